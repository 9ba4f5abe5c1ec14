/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.env;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A command cannot go on, for a reason that the user can act on. */
public final class CommandException extends RuntimeException {
  private final ExitCode exitCode;
  private final String code;
  private final String remedy;

  /**
   * @param code names the kind of problem for programs, such as {@code state.locked}
   * @param remedy what the user can do about it, in a sentence
   */
  public CommandException(
      ExitCode exitCode, String code, String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.code = code;
    this.remedy = remedy;
  }

  /** The command line asks for what cannot be. */
  public static CommandException usage(String message, String remedy) {
    return new CommandException(ExitCode.INVALID, "usage", message, remedy, null);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public String code() {
    return code;
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
