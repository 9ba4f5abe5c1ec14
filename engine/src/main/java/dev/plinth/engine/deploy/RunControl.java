/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether the run goes on. The first reason to stop counts; what is in flight is finished. A run
 * that goes on after errors has failed all the same in the end.
 */
final class RunControl {

  /** Why a run was stopped. */
  enum Stop {
    FAILED,
    CANCELED
  }

  private final boolean continueOnError;
  private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
  private volatile boolean failed;

  RunControl(boolean continueOnError) {
    this.continueOnError = continueOnError;
  }

  /** Something has failed; nothing new is begun, unless the run goes on after errors. */
  void fail() {
    failed = true;
    if (!continueOnError) {
      stop.compareAndSet(null, Stop.FAILED);
    }
  }

  /** Something has failed that every other step would fail of too. */
  void failAndStop() {
    failed = true;
    stop.compareAndSet(null, Stop.FAILED);
  }

  void cancel() {
    stop.compareAndSet(null, Stop.CANCELED);
  }

  boolean continuesOnError() {
    return continueOnError;
  }

  boolean isStopped() {
    return stop.get() != null;
  }

  boolean isCanceled() {
    return stop.get() == Stop.CANCELED;
  }

  boolean hasFailed() {
    return failed;
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
