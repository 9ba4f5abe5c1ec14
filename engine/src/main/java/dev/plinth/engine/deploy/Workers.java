/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that steps run on. */
final class Workers {
  private Workers() {}

  /** Daemon threads, so that a call that hangs cannot keep the process alive. */
  static ExecutorService start(int parallel) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        parallel,
        task -> {
          Thread thread = new Thread(task, "plinth-step-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
