/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.move;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what moves with the resources that were chosen: their children, and parents if asked. */
final class Family {
  private final Map<Urn, Urn> parents = new HashMap<>();
  private final Map<Urn, List<Urn>> children = new HashMap<>();

  Family(List<ResourceState> resources) {
    for (ResourceState state : resources) {
      state
          .parent()
          .ifPresent(
              parent -> {
                parents.put(state.urn(), parent);
                children.computeIfAbsent(parent, urn -> new ArrayList<>()).add(state.urn());
              });
    }
  }

  /**
   * All that moves. The stack itself never does: to choose it means its children.
   *
   * @param includeParents whether the parents of those that were chosen move too
   */
  Set<Urn> of(Set<Urn> chosen, boolean includeParents) {
    Set<Urn> moving = new LinkedHashSet<>();
    Deque<Urn> left = new ArrayDeque<>(chosen);
    if (includeParents) {
      chosen.forEach(urn -> addParents(urn, left));
    }
    while (!left.isEmpty()) {
      Urn urn = left.pop();
      if (moving.add(urn)) {
        children.getOrDefault(urn, List.of()).forEach(left::push);
      }
    }
    moving.removeIf(Family::isRoot);
    return moving;
  }

  private void addParents(Urn urn, Deque<Urn> found) {
    Optional<Urn> parent = parent(urn);
    while (parent.isPresent()) {
      found.push(parent.get());
      parent = parent(parent.get());
    }
  }

  private Optional<Urn> parent(Urn urn) {
    return Optional.ofNullable(parents.get(urn)).filter(parent -> !isRoot(parent));
  }

  private static boolean isRoot(Urn urn) {
    return urn.type().equals(Urn.ROOT_STACK_TYPE);
  }
}
