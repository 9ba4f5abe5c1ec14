/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.planfile;

import org.jspecify.annotations.Nullable;

/** A text that is no plan. */
public final class MalformedPlanException extends RuntimeException {
  MalformedPlanException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
