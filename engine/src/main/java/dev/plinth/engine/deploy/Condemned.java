/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Chooses what is deleted at the end of a run. */
final class Condemned {
  private final Scope scope;
  private final Predicate<Urn> registered;
  private final EventStream events;
  private final RunControl control;

  /**
   * @param registered whether this run has registered a resource, so that its URN lives on
   */
  Condemned(Scope scope, Predicate<Urn> registered, EventStream events, RunControl control) {
    this.scope = scope;
    this.registered = registered;
    this.events = events;
    this.control = control;
  }

  /**
   * Of what is left, what the run is about and nothing needs that stays. A target that something
   * needs is an error; providers, components and what is merely not excluded stay in silence.
   *
   * @param left in dependency order
   * @return in dependency order
   */
  List<ResourceState> choose(List<ResourceState> left) {
    if (scope.isAll()) {
      return left;
    }
    Set<ResourceState> included = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    for (ResourceState state : left) {
      if (scope.includes(state.urn(), state.custom(), state.references())) {
        included.add(state);
      }
    }
    Set<Urn> needed = new HashSet<>();
    List<ResourceState> chosen = new ArrayList<>();
    for (int i = left.size() - 1; i >= 0; i--) {
      ResourceState state = left.get(i);
      boolean stays = !included.contains(state) || isNeeded(state, needed);
      if (stays) {
        needed.addAll(state.references());
      } else {
        chosen.add(state);
      }
    }
    Collections.reverse(chosen);
    return chosen;
  }

  private boolean isNeeded(ResourceState state, Set<Urn> needed) {
    if (state.delete() || registered.test(state.urn()) || !needed.contains(state.urn())) {
      return false;
    }
    if (!scope.isExcluding() && !Scope.isImplicit(state.urn(), state.custom())) {
      events.error(
          Optional.of(state.urn()),
          "",
          "it would be deleted, and something that is no target depends on it",
          Optional.of("add what depends on it to the targets, or give --target-dependents"));
      control.failAndStop();
    }
    return true;
  }
}
