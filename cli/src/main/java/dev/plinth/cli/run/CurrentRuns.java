/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.Interrupts.Interruptible;
import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.deploy.Program;
import java.util.ArrayList;
import java.util.List;

/** The deployments that an interrupt stops. */
final class CurrentRuns implements Interruptible {
  private final List<Deployment> current = new ArrayList<>();
  private boolean canceled;

  /** Runs a deployment; one that comes after an interrupt is canceled as it starts. */
  DeploymentResult run(Deployment deployment, Program program) {
    synchronized (this) {
      current.add(deployment);
      if (canceled) {
        deployment.cancel();
      }
    }
    try {
      return deployment.run(program);
    } finally {
      synchronized (this) {
        current.remove(deployment);
      }
    }
  }

  @Override
  public synchronized void cancel() {
    canceled = true;
    current.forEach(Deployment::cancel);
  }

  @Override
  public synchronized void terminate() {
    canceled = true;
    current.forEach(Deployment::terminate);
  }

  synchronized boolean isCanceled() {
    return canceled;
  }
}
