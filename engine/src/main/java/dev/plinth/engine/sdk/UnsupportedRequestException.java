/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import java.util.Objects;

/** A program asks for something that the embedded engine does not do. */
final class UnsupportedRequestException extends RuntimeException {
  /**
   * Names what is missing.
   *
   * @param what a plural noun phrase, such as {@code "import ids"}
   */
  UnsupportedRequestException(String what) {
    super(what + " are not supported by the embedded engine; run the program with the pulumi CLI");
  }

  private UnsupportedRequestException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A request that is not well formed, which no engine would take. */
  static UnsupportedRequestException invalid(String message, Throwable cause) {
    return new UnsupportedRequestException(message + ": " + cause.getMessage(), cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
