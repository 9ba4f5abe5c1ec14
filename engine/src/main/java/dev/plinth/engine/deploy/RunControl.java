/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether the run goes on. The first reason to stop counts; what is in flight is finished. */
final class RunControl {

  /** Why a run was stopped. */
  enum Stop {
    FAILED,
    CANCELED
  }

  private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

  void fail() {
    stop.compareAndSet(null, Stop.FAILED);
  }

  void cancel() {
    stop.compareAndSet(null, Stop.CANCELED);
  }

  boolean isStopped() {
    return stop.get() != null;
  }

  boolean isCanceled() {
    return stop.get() == Stop.CANCELED;
  }

  boolean hasFailed() {
    return stop.get() == Stop.FAILED;
  }

  /** Ends the caller's work when the run does not go on. */
  void requireRunning() {
    Stop reason = stop.get();
    if (reason != null) {
      throw new DeploymentStoppedException(
          reason == Stop.CANCELED ? "the run was canceled" : "the run has failed");
    }
  }
}
