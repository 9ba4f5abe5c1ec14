/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import org.jspecify.annotations.Nullable;

/** A secret can be neither encrypted nor decrypted. No message holds a secret or a passphrase. */
public final class SecretsException extends RuntimeException {
  private final String remedy;

  /**
   * @param remedy what the user can do about it, in a sentence
   */
  public SecretsException(String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
