/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

/** A registration's step failed; the user has been told why by an event. */
final class StepFailedException extends RuntimeException {
  StepFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  StepFailedException(String message) {
    super(message);
  }
}
