/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

  private void visit(ResourceState state) {
    if (seen.put(state, true) != null) {
      return;
    }
    for (Urn used : state.references()) {
      ResourceState first = live.get(used);
      if (first != null) {
        visit(first);
      }
    }
    ordered.add(state);
  }
}
