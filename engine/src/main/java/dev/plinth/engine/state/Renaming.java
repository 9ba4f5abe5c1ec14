/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives a resource another URN wherever a state names it. */
final class Renaming {
  private final Urn from;
  private final Urn to;

  Renaming(Urn from, Urn to) {
    this.from = from;
    this.to = to;
  }

  /** The state with the new name; the very same object where the old one does not occur. */
  ResourceState in(ResourceState state) {
    Map<String, List<Urn>> byProperty = new TreeMap<>();
    state.propertyDependencies().forEach((property, urns) -> byProperty.put(property, in(urns)));
    ResourceState renamed =
        state.toBuilder()
            .urn(in(state.urn()))
            .parent(state.parent().map(this::in))
            .dependencies(in(state.dependencies()))
            .propertyDependencies(byProperty)
            .deletedWith(state.deletedWith().map(this::in))
            .provider(state.provider().map(this::in))
            .build();
    return renamed.equals(state) ? state : renamed;
  }

  private Urn in(Urn urn) {
    return urn.equals(from) ? to : urn;
  }

  private List<Urn> in(List<Urn> urns) {
    return urns.stream().map(this::in).toList();
  }

  private ProviderReference in(ProviderReference reference) {
    return new ProviderReference(in(reference.urn()), reference.id());
  }
}
