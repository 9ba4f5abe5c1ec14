/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

/**
 * A value is not in the form that its signature promises. The message says what is wrong with the
 * form and never quotes the value, which may be a secret.
 */
public final class MalformedValueException extends RuntimeException {
  public MalformedValueException(String message) {
    super(message);
  }

  /** The same finding with the property under which it was made. */
  public MalformedValueException inside(String property) {
    MalformedValueException located =
        new MalformedValueException("property " + property + ": " + getMessage());
    located.initCause(this);
    return located;
  }
}
