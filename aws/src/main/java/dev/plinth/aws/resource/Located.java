/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import java.util.Optional;

/** What looking for a resource by what its inputs say of it comes to. */
public sealed interface Located {
  /** It has this id, if it is there at all. */
  record At(String id) implements Located {}

  /** There is none. */
  record Nowhere() implements Located {}

  /** Its inputs do not tell it from others. */
  record Unknown() implements Located {}

  /** Of a search that finds what there is. */
  static Located of(Optional<String> found) {
    return found.<Located>map(At::new).orElseGet(Nowhere::new);
  }
}
