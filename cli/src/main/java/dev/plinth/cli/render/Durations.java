/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time in Pulumi's forms. */
final class Durations {
  private Durations() {}

  /** Of a step: {@code (0.52s)} under a second, else {@code (3s)}. */
  static String ofStep(Duration elapsed) {
    return elapsed.toMillis() < 1000
        ? String.format(Locale.ROOT, "(%.2fs)", elapsed.toMillis() / 1000.0)
        : "(" + ofRun(elapsed) + ")";
  }

  /** Of a run, in whole seconds, rounded up: {@code 12s}, {@code 1m5s}, {@code 1h0m5s}. */
  static String ofRun(Duration elapsed) {
    long seconds = elapsed.plusMillis(999).toSeconds();
    long minutes = seconds / 60;
    if (minutes == 0) {
      return seconds + "s";
    }
    return (minutes < 60 ? "" : minutes / 60 + "h") + minutes % 60 + "m" + seconds % 60 + "s";
  }
}
