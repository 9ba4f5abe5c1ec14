/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes resources that no longer exist out of the state. What depended on one no longer does, and
 * its children move up to its own parent, so that the state stays sound.
 */
final class GoneResources {
  private final SnapshotRecorder recorder;

  GoneResources(SnapshotRecorder recorder) {
    this.recorder = recorder;
  }

  /** Removes states of the last run, as they were at its end. */
  void remove(List<ResourceState> gone) {
    if (gone.isEmpty()) {
      return;
    }
    Map<Urn, Optional<Urn>> parents = new HashMap<>();
    gone.forEach(state -> parents.put(state.urn(), state.parent()));
    Set<ResourceState> lost = Collections.newSetFromMap(new IdentityHashMap<>());
    lost.addAll(gone);
    List<ResourceState> remaining = recorder.remaining();
    // One that waits to be deleted shares its URN with its replacement, which is still there.
    remaining.stream()
        .filter(state -> !lost.contains(state))
        .forEach(state -> parents.remove(state.urn()));
    for (ResourceState state : remaining) {
      ResourceState freed = freeOf(parents, state);
      if (!freed.equals(state)) {
        recorder.amend(state, freed, Optional.empty());
      }
    }
    gone.forEach(state -> recorder.remove(state, Optional.empty()));
  }

  private static ResourceState freeOf(Map<Urn, Optional<Urn>> parents, ResourceState state) {
    Optional<Urn> parent = state.parent();
    while (parent.isPresent() && parents.containsKey(parent.get())) {
      parent = parents.get(parent.get());
    }
    Map<String, List<Urn>> byProperty = new TreeMap<>();
    state
        .propertyDependencies()
        .forEach((property, urns) -> byProperty.put(property, without(parents, urns)));
    return state.toBuilder()
        .parent(parent)
        .dependencies(without(parents, state.dependencies()))
        .propertyDependencies(byProperty)
        .deletedWith(state.deletedWith().filter(urn -> !parents.containsKey(urn)))
        .build();
  }

  private static List<Urn> without(Map<Urn, Optional<Urn>> parents, List<Urn> urns) {
    return urns.stream().filter(urn -> !parents.containsKey(urn)).toList();
  }
}
