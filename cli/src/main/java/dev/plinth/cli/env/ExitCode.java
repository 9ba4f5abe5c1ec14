/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.env;

import java.util.List;

/** What the process answers to who called it. */
public enum ExitCode {
  OK(0, "all went well"),
  INTERNAL(1, "an unexpected error, which is a bug in Plinth"),
  INVALID(2, "the manifest or the command line is wrong, or what it names does not exist"),
  FAILED(3, "the deployment, or its preview, failed"),
  LOCKED(4, "another run is changing the stack"),
  STATE(5, "the state cannot be read or written"),
  REFUSED(6, "nothing was done, because nobody confirmed it"),
  CANCELED(130, "interrupted by Ctrl-C; what was in flight has been finished and saved");

  private static final List<ExitCode> BY_WEIGHT =
      List.of(INTERNAL, CANCELED, FAILED, STATE, LOCKED, INVALID, REFUSED);

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  /** What a command ends with whose stacks ended differently: what weighs most. */
  public static ExitCode ofSeveral(List<ExitCode> codes) {
    return BY_WEIGHT.stream().filter(codes::contains).findFirst().orElse(OK);
  }

  /** When it is answered, for the help text. */
  public String meaning() {
    return meaning;
  }
}
