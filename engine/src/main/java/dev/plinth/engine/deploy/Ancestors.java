/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parents of resources, and their parents, up to the stack. */
final class Ancestors {
  private final Map<Urn, Urn> parents = new HashMap<>();

  Ancestors(List<ResourceState> resources) {
    resources.forEach(state -> state.parent().ifPresent(urn -> parents.put(state.urn(), urn)));
  }

  /** The nearest first, without the stack itself. */
  List<Urn> of(Urn urn) {
    List<Urn> ancestors = new ArrayList<>();
    Urn parent = parents.get(urn);
    while (parent != null && !parent.type().equals(Urn.ROOT_STACK_TYPE)) {
      ancestors.add(parent);
      parent = parents.get(parent);
    }
    return ancestors;
  }
}
