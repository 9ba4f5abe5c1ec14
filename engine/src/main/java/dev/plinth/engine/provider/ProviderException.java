/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider could not do what it was asked, for a reason that the user can act on.
 *
 * <p>The message says what failed and what the cloud answered; it never holds a secret.
 */
public class ProviderException extends RuntimeException {
  private final Optional<String> remedy;
  private final Optional<String> property;

  public ProviderException(String message) {
    this(message, null, null);
  }

  /**
   * @param remedy what the user can do about it, in a sentence
   */
  public ProviderException(String message, @Nullable String remedy, @Nullable Throwable cause) {
    this(message, remedy, cause, null);
  }

  /**
   * @param property the path of the input that is to blame, so that the user is shown its line
   */
  public ProviderException(
      String message,
      @Nullable String remedy,
      @Nullable Throwable cause,
      @Nullable String property) {
    super(message, cause);
    this.remedy = Optional.ofNullable(remedy);
    this.property = Optional.ofNullable(property);
  }

  public Optional<String> remedy() {
    return remedy;
  }

  /** The path of the input that is to blame, where one is. */
  public Optional<String> property() {
    return property;
  }

  /** Never null: every constructor demands a message. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
