/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that steps run on. Runs that are given the same workers share them, so that together
 * they work on no more resources at once than one of them would.
 *
 * <p>No task may wait for another one here. The threads come when they are needed and go when they
 * are not. They are daemons, so that a call that hangs cannot keep the process alive.
 */
public final class Workers {
  private static final long IDLE_MILLIS = 500;

  private final ThreadPoolExecutor pool;

  /**
   * @param parallel how many resources are worked on at once
   */
  public Workers(int parallel) {
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel must be at least 1");
    }
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            parallel,
            parallel,
            IDLE_MILLIS,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "plinth-step-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  Executor executor() {
    return pool;
  }
}
