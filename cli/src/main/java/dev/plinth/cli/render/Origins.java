/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.provider.InvokeRequest;
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

  /**
   * The place that makes a program call a function.
   *
   * @param invoke the call, secrets masked
   */
  default Optional<Place> find(InvokeRequest invoke) {
    return Optional.empty();
  }

  /** The place that a message is about. */
  default Optional<Place> find(Diagnostic message) {
    return message.urn().isPresent()
        ? find(message.urn().get(), message.property())
        : message.invoke().flatMap(this::find);
  }

  /** Knows nothing, as when a stack is destroyed without its manifest. */
  static Origins unknown() {
    return (urn, property) -> Optional.empty();
  }
}
