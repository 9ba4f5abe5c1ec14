/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import org.jspecify.annotations.Nullable;

/** The local account's own files or options are at fault, not a request to one of its services. */
public final class LocalAccountException extends RuntimeException {
  public LocalAccountException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public LocalAccountException(String message) {
    this(message, null);
  }
}
