/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.api.diagnostic.Severity;
import dev.plinth.api.reference.Reference;
import dev.plinth.api.reference.ReferenceResolver;
import dev.plinth.api.reference.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts stacks in an order in which each comes after all that it refers to. */
final class DeploymentOrder {
  private final Map<ResourceKey, PlannedStack> stacks;
  private final Set<ResourceKey> placed = new LinkedHashSet<>();

  /** The stacks that are waiting for the one that is being placed, by what they refer to. */
  private final List<Step> path = new ArrayList<>();

  private record Step(ResourceKey from, Reference reference) {}

  /**
   * @param stacks by the resource that each is deployed from, in the order to keep where nothing
   *     speaks against it
   */
  DeploymentOrder(Map<ResourceKey, PlannedStack> stacks) {
    this.stacks = stacks;
  }

  /**
   * The stacks in order, each with those that it needs.
   *
   * @throws ManifestException when they refer to each other in a circle, with every reference of it
   */
  List<PlannedStack> sorted() {
    stacks.keySet().forEach(this::place);
    return placed.stream().map(stacks::get).map(this::withNeeds).toList();
  }

  private PlannedStack withNeeds(PlannedStack stack) {
    return stack.needing(
        references(stack)
            .map(reference -> stacks.get(reference.target()))
            .filter(Objects::nonNull)
            .map(PlannedStack::name)
            .collect(Collectors.toSet()));
  }

  private static Stream<Reference> references(PlannedStack stack) {
    return ReferenceResolver.references(stack.manifests().get(0)).stream();
  }

  private void place(ResourceKey key) {
    PlannedStack stack = stacks.get(key);
    if (stack == null || placed.contains(key)) {
      return;
    }
    for (Reference reference : references(stack).toList()) {
      path.add(new Step(key, reference));
      refuseCircleTo(reference.target());
      place(reference.target());
      path.remove(path.size() - 1);
    }
    placed.add(key);
  }

  private void refuseCircleTo(ResourceKey target) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).from().equals(target)) {
        throw new ManifestException(
            path.subList(i, path.size()).stream().map(step -> inCircle(step.reference())).toList());
      }
    }
  }

  private static Diagnostic inCircle(Reference reference) {
    return new Diagnostic(
        Severity.ERROR,
        "reference.circle",
        Optional.of(reference.location()),
        reference.fieldPath(),
        "this needs " + reference.target() + ", which in turn needs this manifest's outputs.",
        "break the circle: write one of the values itself.");
  }
}
