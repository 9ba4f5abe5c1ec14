/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.foreignkey.StringValueOrRef;
import java.util.List;
import java.util.Optional;

/** Reads fields that take a value or a reference. */
final class Values {
  /** Stands for a value that is not known before references are resolved. */
  static final String UNRESOLVED = "unresolved";

  private Values() {}

  /** The value; a stand-in for one that is still a reference; empty when there is neither. */
  static Optional<String> of(StringValueOrRef field) {
    return field.hasValueFrom()
        ? Optional.of(UNRESOLVED)
        : Optional.of(field.getValue()).filter(value -> !value.isEmpty());
  }

  static List<String> of(List<StringValueOrRef> fields) {
    return fields.stream().flatMap(field -> of(field).stream()).toList();
  }
}
