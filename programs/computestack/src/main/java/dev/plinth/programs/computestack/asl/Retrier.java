/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack.asl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries a task again after some errors: with exponential backoff, and with full jitter. */
public record Retrier(
    List<String> errors, int intervalSeconds, int maxAttempts, double backoffRate, int maxDelay) {

  /** Leaves some errors to the catchers at once. */
  public static Retrier never(List<String> errors) {
    return new Retrier(errors, 1, 0, 1.0, 2);
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ErrorEquals", errors);
    map.put("IntervalSeconds", intervalSeconds);
    map.put("MaxAttempts", maxAttempts);
    map.put("BackoffRate", backoffRate);
    map.put("MaxDelaySeconds", maxDelay);
    map.put("JitterStrategy", "FULL");
    return map;
  }

  /** The longest that all its waits can take together, in seconds. */
  public long longestWait() {
    long total = 0;
    double wait = intervalSeconds;
    for (int attempt = 0; attempt < maxAttempts; attempt++) {
      total += (long) Math.ceil(Math.min(wait, maxDelay));
      wait *= backoffRate;
    }
    return total;
  }
}
