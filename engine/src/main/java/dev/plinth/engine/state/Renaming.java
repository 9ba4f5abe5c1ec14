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
import java.util.function.UnaryOperator;

/** Gives resources other URNs wherever a state names them. */
final class Renaming {
  private final UnaryOperator<Urn> names;

  Renaming(Urn from, Urn to) {
    this(urn -> urn.equals(from) ? to : urn);
  }

  Renaming(UnaryOperator<Urn> names) {
    this.names = names;
  }

  /** The state with the new names; the very same object where no old one occurs. */
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
    return names.apply(urn);
  }

  private List<Urn> in(List<Urn> urns) {
    return urns.stream().map(this::in).toList();
  }

  private ProviderReference in(ProviderReference reference) {
    return new ProviderReference(in(reference.urn()), reference.id());
  }
}
