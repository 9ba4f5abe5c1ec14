/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.time.Duration;

/**
 * Pauses that grow from one to the next.
 *
 * @param first the first pause
 * @param factor what each pause is multiplied by
 * @param longest where growth ends
 */
record Backoff(Duration first, double factor, Duration longest) {
  /** Between attempts of a call that AWS refused for now. */
  static final Backoff RETRY = new Backoff(Duration.ofMillis(500), 1.8, Duration.ofSeconds(10));

  /** Between looks at a state: most functions are ready in one to three seconds. */
  static final Backoff POLL = new Backoff(Duration.ofMillis(400), 1.5, Duration.ofSeconds(10));

  /** The pause after so many earlier ones. */
  Duration pause(int earlier) {
    double millis = (double) first.toMillis() * Math.pow(factor, Math.min(earlier, 60));
    return Duration.ofMillis(Math.round(Math.min(millis, (double) longest.toMillis())));
  }
}
