/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state could not be read or written. The message names the place; nothing was half written.
 */
public class StateException extends RuntimeException {
  private final String remedy;

  /**
   * @param remedy what the user can do about it, in a sentence
   */
  public StateException(String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }

  /** Never null: every constructor demands a message. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
