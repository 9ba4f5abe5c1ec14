/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.urn.Urn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Puts what a resource refers to before it, and leaves the order alone otherwise. */
final class DependencyOrder {
  private final Map<Urn, ResourceState> live = new HashMap<>();
  private final IdentityHashMap<ResourceState, Boolean> seen = new IdentityHashMap<>();
  private final List<ResourceState> ordered = new ArrayList<>();

  private DependencyOrder(List<ResourceState> resources) {
    for (ResourceState state : resources) {
      if (!state.delete() || !live.containsKey(state.urn())) {
        live.put(state.urn(), state);
      }
    }
  }

  static List<ResourceState> of(List<ResourceState> resources) {
    DependencyOrder order = new DependencyOrder(resources);
    resources.forEach(order::visit);
    return order.ordered;
  }

  /** Not by recursion: a chain of dependencies may be deeper than any thread's stack. */
  private void visit(ResourceState state) {
    Deque<Visit> path = new ArrayDeque<>();
    enter(state, path);
    while (!path.isEmpty()) {
      Visit current = path.element();
      if (current.references().hasNext()) {
        ResourceState first = live.get(current.references().next());
        if (first != null) {
          enter(first, path);
        }
      } else {
        ordered.add(path.remove().state());
      }
    }
  }

  private void enter(ResourceState state, Deque<Visit> path) {
    if (seen.put(state, true) == null) {
      path.push(new Visit(state, state.references().iterator()));
    }
  }

  /** A state, and what it refers to that has not been looked at. */
  private record Visit(ResourceState state, Iterator<Urn> references) {}
}
