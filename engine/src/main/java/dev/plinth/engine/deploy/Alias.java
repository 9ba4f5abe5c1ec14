/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.urn.Urn;
import java.util.Optional;

/**
 * A name that a resource had before.
 *
 * @param urn the whole name; when it is there, the rest does not count
 * @param name the former logical name; the present one when empty
 * @param type the former type; the present one when empty
 * @param stack the former stack; the present one when empty
 * @param project the former project; the present one when empty
 * @param parent the former parent; the present one when empty
 * @param noParent whether it had no parent, or the root stack for one
 */
public record Alias(
    Optional<Urn> urn,
    Optional<String> name,
    Optional<String> type,
    Optional<String> stack,
    Optional<String> project,
    Optional<Urn> parent,
    boolean noParent) {

  /** The former name, in full. */
  public static Alias of(Urn urn) {
    return new Alias(
        Optional.of(urn),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Another logical name; all else as it is. */
  public static Alias ofName(String name) {
    return new Alias(
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
