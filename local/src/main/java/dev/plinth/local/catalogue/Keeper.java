/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A service that keeps things of a kind, and knows what they are like. */
@FunctionalInterface
public interface Keeper {
  /**
   * The attributes of a thing; empty when the service does not have it.
   *
   * @param id in the form that {@link ResourceKind} gives for the kind
   */
  Optional<Map<String, String>> find(String id);

  /** Keeps what a predicate knows, and says nothing of it. */
  static Keeper of(Predicate<String> exists) {
    return id -> exists.test(id) ? Optional.of(Map.of()) : Optional.empty();
  }

  /** Asks another keeper for what this one does not have. */
  default Keeper or(Keeper other) {
    return id -> find(id).or(() -> other.find(id));
  }
}
