/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.move;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Cuts the references that a move does not let stand; a parent and a provider are none of them. */
final class Cut {
  private final Predicate<Urn> gone;
  private final List<CutReference> references = new ArrayList<>();

  /**
   * @param gone whether a resource is in the other stack
   */
  Cut(Predicate<Urn> gone) {
    this.gone = gone;
  }

  /** All that were cut so far. */
  List<CutReference> references() {
    return references;
  }

  /** The state without references to what is gone; the very same object where there are none. */
  ResourceState in(ResourceState state) {
    int before = references.size();
    List<Urn> dependencies = kept(state, CutReference.Kind.DEPENDENCY, "", state.dependencies());
    Map<String, List<Urn>> byProperty = new TreeMap<>();
    state
        .propertyDependencies()
        .forEach(
            (property, urns) ->
                byProperty.put(
                    property, kept(state, CutReference.Kind.PROPERTY_DEPENDENCY, property, urns)));
    Optional<Urn> deletedWith =
        kept(state, CutReference.Kind.DELETED_WITH, "", state.deletedWith().stream().toList())
            .stream()
            .findFirst();
    if (references.size() == before) {
      return state;
    }
    return state.toBuilder()
        .dependencies(dependencies)
        .propertyDependencies(byProperty)
        .deletedWith(deletedWith)
        .build();
  }

  private List<Urn> kept(
      ResourceState state, CutReference.Kind kind, String property, List<Urn> targets) {
    List<Urn> kept = new ArrayList<>();
    for (Urn target : targets) {
      if (gone.test(target)) {
        references.add(new CutReference(state.urn(), kind, property, target));
      } else {
        kept.add(target);
      }
    }
    return kept;
  }
}
