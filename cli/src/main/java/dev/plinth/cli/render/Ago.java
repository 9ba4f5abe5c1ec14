/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import java.time.Duration;
import java.util.Locale;

/** How long ago something was, as Pulumi says it: {@code now}, {@code 3 hours ago}. */
final class Ago {
  private Ago() {}

  /** The largest unit that fits, rounded down; a month has 30 days and a year twelve months. */
  private enum Unit {
    YEAR(360 * 24 * 3600L),
    MONTH(30 * 24 * 3600L),
    WEEK(7 * 24 * 3600L),
    DAY(24 * 3600L),
    HOUR(3600),
    MINUTE(60),
    SECOND(1);

    private final long seconds;

    Unit(long seconds) {
      this.seconds = seconds;
    }
  }

  static String of(Duration age) {
    long seconds = age.abs().toSeconds();
    for (Unit unit : Unit.values()) {
      if (seconds >= unit.seconds) {
        String word = unit.name().toLowerCase(Locale.ROOT);
        String direction = age.isNegative() ? " from now" : " ago";
        return Quantity.of(seconds / unit.seconds, word) + direction;
      }
    }
    return "now";
  }
}
