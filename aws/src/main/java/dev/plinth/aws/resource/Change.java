/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.engine.value.PropertyMap;
import java.util.Collection;
import java.util.Set;

/**
 * A change in place.
 *
 * @param changed the names of the inputs that change
 */
public record Change(
    PropertyMap oldInputs, PropertyMap oldOutputs, PropertyMap newInputs, Set<String> changed) {
  public Change {
    changed = Set.copyOf(changed);
  }

  public boolean changes(String name) {
    return changed.contains(name);
  }

  public boolean changesAny(Collection<String> names) {
    return names.stream().anyMatch(changed::contains);
  }

  /** What is known of the resource once the change is made: what the program says now. */
  public Prior prior() {
    return new Prior(newInputs, PropertyMap.empty());
  }
}
