/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import dev.plinth.engine.provider.ProviderException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits between calls, with jitter so that parallel resources do not call in step. */
public final class Pacing {
  private static final Duration SLICE = Duration.ofMillis(250);
  private static final double JITTER = 0.2;

  private final Sleeper sleeper;
  private volatile boolean cancelled;

  public Pacing(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /** Makes every wait, now and from now on, end with a {@link ProviderException}. */
  public void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  long nanoTime() {
    return sleeper.nanoTime();
  }

  /** A duration somewhat shorter or longer, to wait for and to hold against a limit. */
  Duration about(Duration duration) {
    double factor = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }

  /** Waits for the duration, in slices so that a cancellation is seen soon. */
  void pause(Duration duration) {
    long left = duration.toNanos();
    while (left > 0) {
      ensureNotCancelled();
      long slice = Math.min(left, SLICE.toNanos());
      sleep(Duration.ofNanos(slice));
      left -= slice;
    }
    ensureNotCancelled();
  }

  private void sleep(Duration slice) {
    try {
      sleeper.sleep(slice);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException("Waiting for AWS was interrupted.", "Run again to go on.", e);
    }
  }

  private void ensureNotCancelled() {
    if (cancelled) {
      throw new ProviderException("Waiting for AWS was cancelled.", "Run again to go on.", null);
    }
  }
}
