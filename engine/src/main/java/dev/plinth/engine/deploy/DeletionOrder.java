/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which deletions wait for which. A resource waits for all that refer to it; and as to depend on a
 * component is to depend on its children, these wait for what depends on their component.
 */
final class DeletionOrder {
  private final List<ResourceState> condemned;
  private final List<Set<Integer>> before = new ArrayList<>();

  private DeletionOrder(List<ResourceState> condemned) {
    this.condemned = condemned;
    condemned.forEach(state -> before.add(new LinkedHashSet<>()));
  }

  /**
   * For each of the condemned, the places of those that go before it.
   *
   * @param condemned in dependency order
   */
  static List<Set<Integer>> of(List<ResourceState> condemned) {
    DeletionOrder order = new DeletionOrder(condemned);
    Map<Urn, List<Integer>> users = order.users();
    for (int place = 0; place < condemned.size(); place++) {
      for (int user : users.getOrDefault(condemned.get(place).urn(), List.of())) {
        if (user != place) {
          order.before.get(place).add(user);
        }
      }
    }
    order.spreadOverComponents(users);
    return order.before;
  }

  private Map<Urn, List<Integer>> users() {
    Map<Urn, List<Integer>> users = new HashMap<>();
    for (int place = 0; place < condemned.size(); place++) {
      for (Urn used : condemned.get(place).references()) {
        users.computeIfAbsent(used, urn -> new ArrayList<>()).add(place);
      }
    }
    return users;
  }

  private void spreadOverComponents(Map<Urn, List<Integer>> users) {
    Ancestors ancestors = new Ancestors(condemned);
    for (int place = 0; place < condemned.size(); place++) {
      for (Urn ancestor : ancestors.of(condemned.get(place).urn())) {
        for (int user : users.getOrDefault(ancestor, List.of())) {
          boolean outside = !ancestors.of(condemned.get(user).urn()).contains(ancestor);
          if (outside && !waits(user, place)) {
            before.get(place).add(user);
          }
        }
      }
    }
  }

  /** Whether one of the two already waits for the other, directly or not. */
  private boolean waits(int waiting, int awaited) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(waiting));
    while (!open.isEmpty()) {
      int place = open.pop();
      if (place == awaited) {
        return true;
      }
      if (seen.add(place)) {
        before.get(place).forEach(open::push);
      }
    }
    return false;
  }
}
