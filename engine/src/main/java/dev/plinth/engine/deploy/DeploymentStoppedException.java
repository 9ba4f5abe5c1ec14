/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

/** The run has failed or was canceled, so that nothing new is begun. */
public final class DeploymentStoppedException extends RuntimeException {
  public DeploymentStoppedException(String message) {
    super(message);
  }
}
