/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the resources of a snapshot by URN, by provider reference and by what they depend on. */
final class StackIndex {
  private List<ResourceState> resources = List.of();
  private final Map<Urn, ResourceState> live = new HashMap<>();
  private final Map<ProviderReference, ResourceState> providers = new HashMap<>();

  StackIndex(List<ResourceState> resources) {
    reset(resources);
  }

  /** Finds these from now on; providers that were known before remain known. */
  final synchronized void reset(List<ResourceState> resources) {
    this.resources = resources;
    live.clear();
    for (ResourceState state : resources) {
      if (!state.delete()) {
        live.put(state.urn(), state);
      }
      if (ProviderReference.isProviderType(state.type())) {
        state.id().ifPresent(id -> providers.put(new ProviderReference(state.urn(), id), state));
      }
    }
  }

  /** The resource of a URN, leaving out those that only wait to be deleted. */
  synchronized Optional<ResourceState> find(Urn urn) {
    return Optional.ofNullable(live.get(urn));
  }

  synchronized Optional<ResourceState> findProvider(ProviderReference reference) {
    return Optional.ofNullable(providers.get(reference));
  }

  /** The live resources, in dependency order, that depend on one of these, directly or not. */
  synchronized List<ResourceState> dependentsOf(Urn urn) {
    Set<Urn> reached = new LinkedHashSet<>();
    reached.add(urn);
    List<ResourceState> dependents = new ArrayList<>();
    for (ResourceState state : resources) {
      if (!state.delete() && !state.urn().equals(urn) && refersToAny(state, reached)) {
        reached.add(state.urn());
        dependents.add(state);
      }
    }
    return dependents;
  }

  private static boolean refersToAny(ResourceState state, Collection<Urn> urns) {
    return state.references().stream().anyMatch(urns::contains);
  }
}
