/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.urn.Urn;
import java.util.Optional;

/** Knows which manifest line a resource's property comes from. */
@FunctionalInterface
public interface Origins {
  /**
   * The place that a property was set from.
   *
   * @param property a property path, or the empty string for the resource as a whole
   */
  Optional<Place> find(Urn urn, String property);

  /** Knows nothing, as when a stack is destroyed without its manifest. */
  static Origins unknown() {
    return (urn, property) -> Optional.empty();
  }
}
