/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.time.Duration;

/** The time that waiting takes: the machine's, or one that a test or the local account moves on. */
public interface Sleeper {
  /** The machine's own time. */
  Sleeper SYSTEM =
      new Sleeper() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration.toMillis());
        }
      };

  /** Nanoseconds since some instant, as {@link System#nanoTime()} counts them. */
  long nanoTime();

  /** Lets the duration pass. */
  void sleep(Duration duration) throws InterruptedException;
}
