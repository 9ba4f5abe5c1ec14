/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.expression;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** {@code at(yyyy-mm-ddThh:mm:ss)}: once, at a local time. */
final class OneTime {
  private OneTime() {}

  static Optional<String> problem(String argument) {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    try {
      LocalDateTime.parse(argument, format);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("A time is written yyyy-mm-ddThh:mm:ss and has to exist.");
    }
  }
}
