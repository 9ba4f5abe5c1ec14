/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.account;

import dev.plinth.aws.call.Sleeper;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that passes at once when somebody waits. The local account changes only when it is called,
 * so to wait for it, as for a role that AWS may take minutes to know everywhere, would be in vain.
 */
public final class SkippingSleeper implements Sleeper {
  private final AtomicLong skipped = new AtomicLong();

  /** Nothing skipped so far. */
  public SkippingSleeper() {}

  @Override
  public long nanoTime() {
    return System.nanoTime() + skipped.get();
  }

  @Override
  public void sleep(Duration duration) {
    skipped.addAndGet(duration.toNanos());
  }
}
