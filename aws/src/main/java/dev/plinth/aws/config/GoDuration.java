/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Text;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Durations as Pulumi's AWS provider takes them: {@code 15m}, {@code 1h30m}, {@code 900s}. */
final class GoDuration {
  private GoDuration() {}

  static Optional<Duration> parse(String text) {
    Duration sum = Duration.ZERO;
    int number = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && number < 1_000_000) {
        number = Math.max(number, 0) * 10 + (c - '0');
      } else if (number >= 0 && (c == 'h' || c == 'm' || c == 's')) {
        sum = sum.plusSeconds((long) number * secondsOf(c));
        number = -1;
      } else {
        return Optional.empty();
      }
    }
    return text.isEmpty() || number >= 0 ? Optional.empty() : Optional.of(sum);
  }

  private static int secondsOf(char unit) {
    return switch (unit) {
      case 'h' -> 3600;
      case 'm' -> 60;
      default -> 1;
    };
  }

  /** What STS takes as a session's length. */
  enum Rule implements ValueRule {
    INSTANCE;

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);

    @Override
    public @Nullable String violation(PropertyValue value) {
      Optional<Duration> duration = parse(((Text) value).value());
      boolean right =
          duration.isPresent()
              && duration.get().compareTo(SHORTEST) >= 0
              && duration.get().compareTo(LONGEST) <= 0;
      return right ? null : "Use a duration from 15m to 12h, such as 1h or 1h30m.";
    }
  }
}
