/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.scheduler;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as RFC 3339 writes them, in whatever time zone. */
final class Instants {
  static final ValueRule RULE = Instants::violation;

  private Instants() {}

  static boolean same(String left, String right) {
    return left.equals(right) || (parse(left).isPresent() && parse(left).equals(parse(right)));
  }

  private static @Nullable String violation(PropertyValue value) {
    String text = ((Text) value).value();
    return parse(text).isPresent()
        ? null
        : "\"" + text + "\" is no instant: write one such as 2026-01-31T12:00:00Z.";
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
