/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.call.Sleeper;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets the calls to one service pass no faster than its bounds. When the service throttles one
 * call, all that follow slow down together; while it throttles none, they speed up again.
 */
final class ServiceFlow {
  /** What a refusal leaves of the pace. */
  private static final double CUT = 0.5;

  /** How much of the full pace comes back in a second. */
  private static final double RECOVERY = 0.05;

  /** Where slowing down ends. */
  private static final double SLOWEST = 0.02;

  /** Calls that were on their way together are refused together, and are one refusal. */
  private static final Duration ONE_REFUSAL = Duration.ofSeconds(1);

  /** How many seconds' worth of calls may go at once, so that no second has more than its rate. */
  private static final double BURST = 1 - ServiceBounds.SHARE;

  private final boolean adaptive;
  private final Sleeper time;
  private final Semaphore seats;
  private final Map<String, Bucket> apart = new ConcurrentHashMap<>();
  private final Bucket others;

  /** The part of the full pace that was left by the last refusal, and when that was. */
  private double pace = 1;

  private long cutAt;
  private boolean cut;

  /**
   * @param adaptive whether refusals slow the others down
   * @param time what waiting takes
   */
  ServiceFlow(ServiceBounds bounds, boolean adaptive, Sleeper time) {
    this.adaptive = adaptive;
    this.time = time;
    this.seats = new Semaphore(bounds.inFlight(), true);
    this.others = new Bucket(bounds.perSecond());
    bounds.apart().forEach((action, rate) -> apart.put(action, new Bucket(rate)));
  }

  /** Waits for the call's turn and then for a free seat, which {@link #leave} gives back. */
  void enter(String action) throws InterruptedException {
    Duration wait = reserve(action);
    if (!wait.isZero()) {
      time.sleep(wait);
    }
    seats.acquire();
  }

  /** A call that had entered has ended. */
  void leave() {
    seats.release();
  }

  /** The service refused a call because there were too many. */
  synchronized void throttled() {
    long now = time.nanoTime();
    if (!adaptive || (cut && now - cutAt < ONE_REFUSAL.toNanos())) {
      return;
    }
    pace = Math.max(SLOWEST, pace(now) * CUT);
    cutAt = now;
    cut = true;
    others.empty(now);
    apart.values().forEach(bucket -> bucket.empty(now));
  }

  private synchronized Duration reserve(String action) {
    long now = time.nanoTime();
    return apart.getOrDefault(action, others).reserve(now, pace(now));
  }

  private double pace(long now) {
    double seconds = cut ? (now - cutAt) / 1e9 : 0;
    return Math.min(1, pace + seconds * RECOVERY);
  }

  /** Turns, dealt out in the order of asking at a rate that may change from one to the next. */
  private static final class Bucket {
    private final double rate;
    private long next = Long.MIN_VALUE;

    Bucket(double documented) {
      this.rate = documented * ServiceBounds.SHARE;
    }

    Duration reserve(long now, double pace) {
      long interval = (long) (1e9 / (rate * pace));
      long rested = now - (long) (BURST * 1e9);
      long turn = Math.max(next, rested);
      next = turn + interval;
      return Duration.ofNanos(Math.max(0, turn - now));
    }

    /** Takes the saved-up turns away. */
    void empty(long now) {
      next = Math.max(next, now);
    }
  }
}
