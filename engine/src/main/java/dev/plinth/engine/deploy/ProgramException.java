/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import org.jspecify.annotations.Nullable;

/** A program went wrong on its own account, not because a registration failed. */
public final class ProgramException extends RuntimeException {
  public ProgramException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
