/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.AssetException;
import dev.plinth.engine.asset.AssetHasher;
import dev.plinth.engine.deploy.StepRunner.Former;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.PropertyDiff.Kind;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyPath;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns one registration into its steps and runs them: check, diff, decide, execute. */
final class Registrar {
  private final StackIndex base;
  private final Registrations registrations;
  private final Lifecycles lifecycles;
  private final StepRunner steps;
  private final Replacement replacement;
  private final EventStream events;
  private final RunControl control;
  private final AssetHasher assets;
  private final Clock clock;

  Registrar(
      StackIndex base,
      Registrations registrations,
      Lifecycles lifecycles,
      StepRunner steps,
      Replacement replacement,
      EventStream events,
      RunControl control,
      AssetHasher assets,
      Clock clock) {
    this.base = base;
    this.registrations = registrations;
    this.lifecycles = lifecycles;
    this.steps = steps;
    this.replacement = replacement;
    this.events = events;
    this.control = control;
    this.assets = assets;
    this.clock = clock;
  }

  /**
   * Registers a resource and brings it about.
   *
   * @param request with options resolved: nothing is inherited any more
   * @return the state that was reached
   */
  ResourceState register(Urn urn, RegisterRequest request) {
    control.requireRunning();
    try {
      registrations.claim(urn);
      boolean deletedAhead = registrations.wasDeletedAhead(urn);
      Optional<ResourceState> old = base.find(urn);
      Lifecycle lifecycle = lifecycles.of(urn, request);
      ResourceState goal = goal(urn, request, lifecycles.providerOf(request), old);
      if (old.isEmpty()) {
        ResourceState checked = check(lifecycle, goal, PropertyMap.empty());
        return create(Op.CREATE, lifecycle, checked, Optional.empty(), Former.none(), Map.of());
      }
      if (deletedAhead || old.get().pendingReplacement()) {
        return resumeReplacement(lifecycle, goal, old.get());
      }
      return reconcile(lifecycle, goal, old.get(), request);
    } catch (StepFailedException | DeploymentStoppedException e) {
      throw e;
    } catch (ProviderException | AssetException | SecretsException e) {
      Failure failure = Failure.of(e);
      throw reject(urn, "", failure.message(), failure.remedy());
    }
  }

  private ResourceState reconcile(
      Lifecycle lifecycle, ResourceState wished, ResourceState old, RegisterRequest request) {
    ResourceState kept = wished.toBuilder().inputs(ignoring(wished, old)).build();
    ResourceState goal = check(lifecycle, kept, old.inputs());
    DiffResult diff = withForcedReplacements(lifecycle.diff(old, goal), goal, old);
    if (diff.requiresReplacement()) {
      return replace(lifecycle, wished, old, diff, request);
    }
    if (diff.hasChanges() || !old.initErrors().isEmpty()) {
      return steps.change(
          Op.UPDATE,
          goal,
          Optional.of(old),
          Former.superseded(old),
          diff.detailed(),
          intent -> stampModified(lifecycle.update(old, goal)));
    }
    ResourceState same =
        goal.toBuilder()
            .outputs(old.outputs())
            .initErrors(old.initErrors())
            .modified(old.modified())
            .build();
    lifecycle.same(same);
    return steps.same(same, old);
  }

  private ResourceState replace(
      Lifecycle lifecycle,
      ResourceState wished,
      ResourceState old,
      DiffResult diff,
      RegisterRequest request) {
    if (old.protect() && wished.protect()) {
      throw reject(
          old.urn(),
          "",
          "it is protected and would have to be replaced because of "
              + String.join(", ", diff.detailed().keySet()),
          Optional.of("take the change back, or unprotect the resource first"));
    }
    ResourceState goal = check(lifecycle, wished.toBuilder().id("").build(), PropertyMap.empty());
    boolean deleteFirst = request.deleteBeforeReplace().orElse(diff.deleteBeforeReplace());
    if (deleteFirst) {
      ResourceState left = replacement.deleteAhead(old);
      steps.replace(old, goal, diff.detailed());
      return create(
          Op.CREATE_REPLACEMENT,
          lifecycle,
          goal,
          Optional.of(old),
          Former.superseded(left),
          diff.detailed());
    }
    ResourceState created =
        create(
            Op.CREATE_REPLACEMENT,
            lifecycle,
            goal,
            Optional.of(old),
            Former.condemned(old),
            diff.detailed());
    steps.replace(old, created, diff.detailed());
    return created;
  }

  private ResourceState resumeReplacement(
      Lifecycle lifecycle, ResourceState wished, ResourceState old) {
    ResourceState goal = check(lifecycle, wished.toBuilder().id("").build(), PropertyMap.empty());
    ResourceState left = replacement.leftOf(old);
    steps.replace(old, goal, Map.of());
    return create(
        Op.CREATE_REPLACEMENT,
        lifecycle,
        goal,
        Optional.of(old),
        Former.superseded(left),
        Map.of());
  }

  private ResourceState create(
      Op op,
      Lifecycle lifecycle,
      ResourceState goal,
      Optional<ResourceState> before,
      Former former,
      Map<String, PropertyDiff> diff) {
    return steps.change(
        op, goal, before, former, diff, intent -> stampCreated(lifecycle.create(goal, intent)));
  }

  private ResourceState check(Lifecycle lifecycle, ResourceState goal, PropertyMap olds) {
    CheckResult result = lifecycle.check(olds, goal.inputs());
    if (result.failures().isEmpty()) {
      return goal.toBuilder().inputs(result.inputs()).build();
    }
    for (CheckFailure failure : result.failures()) {
      events.error(Optional.of(goal.urn()), failure.property(), failure.reason(), Optional.empty());
    }
    control.fail();
    throw new StepFailedException(result.failures().get(0).reason());
  }

  private ResourceState goal(
      Urn urn,
      RegisterRequest request,
      Optional<ProviderReference> provider,
      Optional<ResourceState> old) {
    ResourceState.Builder goal =
        old.map(state -> ResourceState.builder(urn).id(state.id().orElse("")))
            .orElseGet(() -> ResourceState.builder(urn));
    old.ifPresent(
        state ->
            goal.created(state.created())
                .modified(state.modified())
                .unknownFields(state.unknownFields()));
    return goal.custom(request.custom())
        .inputs(assets.fill(request.inputs()))
        .parent(request.parent())
        .protect(request.protect().orElse(false))
        .retainOnDelete(request.retainOnDelete().orElse(false))
        .dependencies(request.dependencies())
        .propertyDependencies(request.propertyDependencies())
        .provider(provider)
        .additionalSecretOutputs(request.additionalSecretOutputs())
        .customTimeouts(request.customTimeouts())
        .ignoreChanges(request.ignoreChanges())
        .replaceOnChanges(request.replaceOnChanges())
        .build();
  }

  private static PropertyMap ignoring(ResourceState goal, ResourceState old) {
    PropertyMap inputs = goal.inputs();
    for (String path : goal.ignoreChanges()) {
      inputs = PropertyPath.parse(path).reset(old.inputs(), inputs);
    }
    return inputs;
  }

  private DiffResult withForcedReplacements(
      DiffResult diff, ResourceState goal, ResourceState old) {
    Map<String, PropertyDiff> detailed = new TreeMap<>(diff.detailed());
    for (String wished : goal.replaceOnChanges()) {
      PropertyPath path = PropertyPath.parse(wished);
      detailed.replaceAll(
          (changed, how) ->
              path.matches(PropertyPath.parse(changed))
                  ? new PropertyDiff(how.kind(), true, how.inputDiff())
                  : how);
    }
    if (lifecycles.providerReplaces(old, goal)) {
      detailed.put("provider", new PropertyDiff(Kind.UPDATE, true, false));
    }
    return new DiffResult(detailed, diff.deleteBeforeReplace());
  }

  private StepFailedException reject(
      Urn urn, String property, String message, Optional<String> remedy) {
    events.error(Optional.of(urn), property, message, remedy);
    control.fail();
    return new StepFailedException(message);
  }

  private ResourceState stampCreated(ResourceState state) {
    Optional<Instant> now = Optional.of(clock.instant());
    return state.toBuilder().created(now).modified(now).build();
  }

  private ResourceState stampModified(ResourceState state) {
    return state.custom()
        ? state.toBuilder().modified(Optional.of(clock.instant())).build()
        : state;
  }
}
