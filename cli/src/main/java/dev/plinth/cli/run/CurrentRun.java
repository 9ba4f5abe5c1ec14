/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.Interrupts.Interruptible;
import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.deploy.Program;
import org.jspecify.annotations.Nullable;

/** The deployment that an interrupt stops, of several that run one after the other. */
final class CurrentRun implements Interruptible {
  private @Nullable Deployment current;
  private boolean canceled;

  /** Runs a deployment; one that comes after an interrupt is canceled as it starts. */
  DeploymentResult run(Deployment deployment, Program program) {
    synchronized (this) {
      current = deployment;
      if (canceled) {
        deployment.cancel();
      }
    }
    try {
      return deployment.run(program);
    } finally {
      synchronized (this) {
        current = null;
      }
    }
  }

  @Override
  public synchronized void cancel() {
    canceled = true;
    if (current != null) {
      current.cancel();
    }
  }

  @Override
  public synchronized void terminate() {
    canceled = true;
    if (current != null) {
      current.terminate();
    }
  }

  synchronized boolean isCanceled() {
    return canceled;
  }
}
