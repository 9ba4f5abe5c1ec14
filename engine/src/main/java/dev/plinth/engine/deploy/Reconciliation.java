/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.deploy.StepRunner.Former;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyPath;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a resource what the program wants: checks, compares, and takes the steps. */
final class Reconciliation {
  private final Registrations registrations;
  private final StepRunner steps;
  private final ReplaceReasons reasons;
  private final Replacement replacement;
  private final Rejections rejections;
  private final Clock clock;

  Reconciliation(
      Registrations registrations,
      StepRunner steps,
      ReplaceReasons reasons,
      Replacement replacement,
      Rejections rejections,
      Clock clock) {
    this.registrations = registrations;
    this.steps = steps;
    this.reasons = reasons;
    this.replacement = replacement;
    this.rejections = rejections;
    this.clock = clock;
  }

  /**
   * Makes of what is there what is wished for.
   *
   * @param former what the outcome means for the old state
   */
  ResourceState reconcile(
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
    ResourceState goal = rejections.check(lifecycle, kept, old.inputs());
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
        rejections.check(
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
      throw rejections.reject(
          old.urn(),
          "it was imported and would have to be replaced at once because of " + because,
          Optional.of("make the program say what the existing resource is"));
    }
    if (old.protect() && wished.protect()) {
      throw rejections.reject(
          old.urn(),
          "it is protected and would have to be replaced because of " + because,
          Optional.of("take the change back, or unprotect the resource first"));
    }
  }

  /** The new half of a replacement whose old half is gone. */
  ResourceState resumeReplacement(Lifecycle lifecycle, ResourceState wished, ResourceState old) {
    registrations.markReplaced(old.urn());
    ResourceState goal =
        rejections.check(lifecycle, wished.toBuilder().id("").build(), PropertyMap.empty());
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
  ResourceState takeOver(Lifecycle lifecycle, ResourceState wished, ResourceState old) {
    registrations.markReplaced(old.urn());
    ResourceState goal =
        rejections.check(lifecycle, wished.toBuilder().id("").build(), PropertyMap.empty());
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

  /** What there was not. */
  ResourceState create(Lifecycle lifecycle, ResourceState goal) {
    ResourceState checked = rejections.check(lifecycle, goal, PropertyMap.empty());
    return create(Op.CREATE, lifecycle, checked, Optional.empty(), Former.none(), Map.of());
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
