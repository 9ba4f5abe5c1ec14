/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.AssetException;
import dev.plinth.engine.deploy.StepRunner.Former;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyPath;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Turns one registration into its steps and runs them: check, diff, decide, execute. */
final class Registrar {
  private final Registrations registrations;
  private final Aliases aliases;
  private final Lifecycles lifecycles;
  private final StepRunner steps;
  private final Scope scope;
  private final Goals goals;
  private final ReplaceReasons reasons;
  private final Readings readings;
  private final Replacement replacement;
  private final EventStream events;
  private final RunControl control;
  private final Clock clock;

  Registrar(
      Registrations registrations,
      Aliases aliases,
      Lifecycles lifecycles,
      StepRunner steps,
      Scope scope,
      Goals goals,
      Readings readings,
      Replacement replacement,
      EventStream events,
      RunControl control,
      Clock clock) {
    this.registrations = registrations;
    this.aliases = aliases;
    this.lifecycles = lifecycles;
    this.steps = steps;
    this.scope = scope;
    this.goals = goals;
    this.reasons = new ReplaceReasons(lifecycles, registrations, scope);
    this.readings = readings;
    this.replacement = replacement;
    this.events = events;
    this.control = control;
    this.clock = clock;
  }

  /**
   * Registers a resource and brings it about.
   *
   * @param request with options resolved: nothing is inherited any more
   * @return the state that was reached
   */
  ResourceState register(Urn urn, RegisterRequest request) {
    return telling(urn, () -> decide(urn, request));
  }

  /** Reads a resource that stays somebody else's. */
  ResourceState read(Urn urn, ReadResourceRequest request) {
    return telling(
        urn,
        () -> {
          RegisterRequest registration = request.asRegistration();
          registrations.claim(urn);
          Optional<ResourceState> old = aliases.find(urn, registration);
          scope.requireReached(urn, registration.references());
          ResourceState goal =
              goals.of(urn, registration, lifecycles.providerOf(registration), Optional.empty());
          return readings.read(goal, request.id(), old);
        });
  }

  /** Tells of what goes wrong, once. */
  private ResourceState telling(Urn urn, Supplier<ResourceState> work) {
    control.requireRunning();
    try {
      return work.get();
    } catch (StepFailedException | DeploymentStoppedException e) {
      throw e;
    } catch (ProviderException | AssetException | SecretsException e) {
      Failure failure = Failure.of(e);
      throw reject(urn, failure.property(), failure.message(), failure.remedy());
    }
  }

  private ResourceState decide(Urn urn, RegisterRequest request) {
    registrations.claim(urn);
    registrations.awaitDeletionAhead(urn);
    Optional<ResourceState> old = aliases.find(urn, request);
    boolean included = scope.includes(urn, request.custom(), request.references());
    Optional<String> adopted = scope.adoptedId(urn);
    if (!included || (request.custom() && adopted.isEmpty() && !isReachable(urn, request))) {
      return old.map(steps::untouched).orElseGet(() -> skip(urn, request));
    }
    Lifecycle lifecycle = lifecycles.of(urn, request);
    ResourceState goal = goals.of(urn, request, lifecycles.providerOf(request), old);
    if (adopted.isPresent()) {
      return readings.adopt(goal, adopted.get(), old);
    }
    Optional<String> importId = request.options().importId();
    if (importId.isPresent() && readings.mustImport(importId.get(), old)) {
      ResourceState imported = readings.importResource(goal, importId.get(), old);
      return reconcile(lifecycle, goal, imported, request, Former.none());
    }
    if (old.isEmpty()) {
      ResourceState checked = check(lifecycle, goal, PropertyMap.empty());
      return create(Op.CREATE, lifecycle, checked, Optional.empty(), Former.none(), Map.of());
    }
    if (replacement.hasDeleted(urn) || old.get().pendingReplacement()) {
      return resumeReplacement(lifecycle, goal, old.get());
    }
    if (old.get().external()) {
      return takeOver(lifecycle, goal, old.get());
    }
    return reconcile(lifecycle, goal, old.get(), request, Former.superseded(old.get()));
  }

  /** What the run is about must have all that it refers to; the rest waits for another run. */
  private boolean isReachable(Urn urn, RegisterRequest request) {
    if (Scope.isImplicit(urn, request.custom())) {
      return scope.reaches(request.references());
    }
    scope.requireReached(urn, request.references());
    return true;
  }

  /** A resource that would be created, if the run were about it. */
  private ResourceState skip(Urn urn, RegisterRequest request) {
    scope.skip(urn);
    return ResourceState.builder(urn)
        .custom(request.custom())
        .inputs(request.inputs())
        .outputs(request.inputs())
        .build();
  }

  /**
   * Makes of what is there what is wished for.
   *
   * @param former what the outcome means for the old state
   */
  private ResourceState reconcile(
      Lifecycle lifecycle,
      ResourceState wished,
      ResourceState old,
      RegisterRequest request,
      Former former) {
    ResourceState kept =
        wished.toBuilder()
            .id(old.id().orElse(""))
            .importId(old.importId())
            .created(old.created())
            .modified(old.modified())
            .inputs(Goals.ignoring(wished, old))
            .build();
    ResourceState goal = check(lifecycle, kept, old.inputs());
    DiffResult diff = reasons.add(lifecycle.diff(old, goal), goal, old, request.options());
    if (diff.requiresReplacement()) {
      return replace(lifecycle, wished, old, diff, request, former);
    }
    if (diff.hasChanges() || !old.initErrors().isEmpty()) {
      return steps.change(
          Op.UPDATE,
          goal,
          Optional.of(old),
          former,
          shown(diff, request),
          intent -> stampModified(lifecycle.update(old, goal)));
    }
    ResourceState same =
        goal.toBuilder()
            .outputs(old.outputs())
            .initErrors(old.initErrors())
            .modified(old.modified())
            .build();
    lifecycle.same(same);
    return former.superseded().isPresent() ? steps.same(same, old) : steps.settle(same, old);
  }

  private ResourceState replace(
      Lifecycle lifecycle,
      ResourceState wished,
      ResourceState old,
      DiffResult diff,
      RegisterRequest request,
      Former former) {
    Map<String, PropertyDiff> shown = shown(diff, request);
    requireReplaceable(old, wished, diff, former);
    registrations.markReplaced(old.urn());
    ResourceState goal =
        check(
            lifecycle,
            wished.toBuilder().id("").importId(Optional.empty()).build(),
            PropertyMap.empty());
    boolean deleteFirst =
        request.options().deleteBeforeReplace().orElse(diff.deleteBeforeReplace());
    if (deleteFirst) {
      ResourceState left = replacement.deleteAhead(old);
      steps.replace(old, goal, shown);
      return create(
          Op.CREATE_REPLACEMENT, lifecycle, goal, Optional.of(old), Former.superseded(left), shown);
    }
    ResourceState created =
        create(
            Op.CREATE_REPLACEMENT, lifecycle, goal, Optional.of(old), Former.condemned(old), shown);
    steps.replace(old, created, shown);
    return created;
  }

  private void requireReplaceable(
      ResourceState old, ResourceState wished, DiffResult diff, Former former) {
    String because = String.join(", ", diff.detailed().keySet());
    if (former.superseded().isEmpty()) {
      throw reject(
          old.urn(),
          "it was imported and would have to be replaced at once because of " + because,
          Optional.of("make the program say what the existing resource is"));
    }
    if (old.protect() && wished.protect()) {
      throw reject(
          old.urn(),
          "it is protected and would have to be replaced because of " + because,
          Optional.of("take the change back, or unprotect the resource first"));
    }
  }

  private ResourceState resumeReplacement(
      Lifecycle lifecycle, ResourceState wished, ResourceState old) {
    registrations.markReplaced(old.urn());
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

  /** What was only read so far is to be the stack's own from now on. */
  private ResourceState takeOver(Lifecycle lifecycle, ResourceState wished, ResourceState old) {
    registrations.markReplaced(old.urn());
    ResourceState goal = check(lifecycle, wished.toBuilder().id("").build(), PropertyMap.empty());
    ResourceState created =
        create(
            Op.CREATE_REPLACEMENT,
            lifecycle,
            goal,
            Optional.of(old),
            Former.condemned(old),
            Map.of());
    steps.replace(old, created, Map.of());
    return created;
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

  /** The changes without those that the program wants hidden. */
  private static Map<String, PropertyDiff> shown(DiffResult diff, RegisterRequest request) {
    List<PropertyPath> hidden =
        request.options().hideDiffs().stream().map(ReplaceReasons::path).toList();
    Map<String, PropertyDiff> shown = new TreeMap<>(diff.detailed());
    if (!hidden.isEmpty()) {
      shown
          .keySet()
          .removeIf(
              changed ->
                  hidden.stream().anyMatch(path -> path.matches(PropertyPath.parse(changed))));
    }
    return shown;
  }

  private StepFailedException reject(Urn urn, String message, Optional<String> remedy) {
    return reject(urn, "", message, remedy);
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
