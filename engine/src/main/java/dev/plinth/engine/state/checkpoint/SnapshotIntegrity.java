/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Pulumi requires of every snapshot: each resource stands behind all that it refers to, there
 * is at most one live resource of a URN, a component has no id, and a provider reference names a
 * provider with that very id.
 */
public final class SnapshotIntegrity {
  private static final int SHOWN = 10;

  private final Set<Urn> seen = new HashSet<>();
  private final Set<Urn> live = new HashSet<>();
  private final Map<Urn, Set<String>> providers = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private SnapshotIntegrity() {}

  /** Everything that is wrong with a snapshot, in its order; empty when it is sound. */
  public static List<String> problems(Snapshot snapshot) {
    SnapshotIntegrity integrity = new SnapshotIntegrity();
    snapshot.resources().forEach(integrity::check);
    return integrity.problems;
  }

  /**
   * @throws CheckpointException with everything that is wrong
   */
  static void require(Snapshot snapshot) {
    List<String> problems = problems(snapshot);
    if (!problems.isEmpty()) {
      int more = problems.size() - SHOWN;
      throw CheckpointException.damaged(
          String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())))
              + (more > 0 ? "; and " + more + " more" : ""),
          null);
    }
  }

  private void check(ResourceState state) {
    Urn urn = state.urn();
    if (!state.custom() && state.id().isPresent()) {
      problems.add(urn + " is a component, yet it has an id");
    }
    state.provider().ifPresent(provider -> checkProvider(state, provider));
    state.parent().ifPresent(parent -> requireEarlier(urn, "parent", parent));
    state.dependencies().forEach(other -> requireEarlier(urn, "dependency", other));
    state.propertyDependencies().forEach((name, urns) -> checkProperty(urn, name, urns));
    state.deletedWith().ifPresent(other -> requireEarlier(urn, "deletedWith", other));
    if (!state.delete() && !live.add(urn)) {
      problems.add(urn + " stands in the state twice");
    }
    seen.add(urn);
    if (ProviderReference.isProviderType(state.type())) {
      providers.computeIfAbsent(urn, key -> new HashSet<>()).add(state.id().orElse(""));
    }
  }

  private void checkProperty(Urn urn, String name, List<Urn> dependencies) {
    for (Urn other : dependencies) {
      if (!seen.contains(other)) {
        problems.add(missing(urn, "dependency of " + name, other));
      }
    }
  }

  private void checkProvider(ResourceState state, ProviderReference provider) {
    // A resource that waits for its replacement may have outlived its provider.
    Optional<Set<String>> ids = Optional.ofNullable(providers.get(provider.urn()));
    if (!state.pendingReplacement() && ids.filter(all -> all.contains(provider.id())).isEmpty()) {
      problems.add(
          state.urn() + " refers to the provider " + provider + ", which is not before it");
    }
  }

  private void requireEarlier(Urn urn, String what, Urn other) {
    if (!seen.contains(other)) {
      problems.add(missing(urn, what, other));
    }
  }

  private static String missing(Urn urn, String what, Urn other) {
    return urn + " refers to the " + what + " " + other + ", which is not before it";
  }
}
