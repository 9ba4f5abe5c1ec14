/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time that leases run in: the machine's, or one that a test moves on. */
public interface LeaseTime {
  /** A moment, by a clock that stands while the machine sleeps and by one that may be set. */
  record Moment(long nanos, long millis) {}

  /** Ends what is done again and again. */
  interface Repeated extends AutoCloseable {
    @Override
    void close();
  }

  Moment now();

  /** Does something again and again, beside everything else, until that is closed. */
  Repeated every(Duration period, Runnable action);

  /** How much time has passed since a moment, for all that either clock knows. */
  default Duration since(Moment earlier) {
    Moment now = now();
    Duration awake = Duration.ofNanos(now.nanos() - earlier.nanos());
    Duration wall = Duration.ofMillis(now.millis() - earlier.millis());
    return awake.compareTo(wall) > 0 ? awake : wall;
  }

  /** The machine's own time. */
  static LeaseTime system() {
    return new LeaseTime() {
      @Override
      public Moment now() {
        return new Moment(System.nanoTime(), System.currentTimeMillis());
      }

      @Override
      public Repeated every(Duration period, Runnable action) {
        ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                task -> {
                  Thread made = new Thread(task, "plinth-lease");
                  made.setDaemon(true);
                  return made;
                });
        long nanos = period.toNanos();
        var unused = thread.scheduleWithFixedDelay(action, nanos, nanos, TimeUnit.NANOSECONDS);
        return thread::shutdownNow;
      }
    };
  }
}
