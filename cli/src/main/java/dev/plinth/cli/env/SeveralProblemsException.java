/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.env;

import java.util.List;

/** Several stacks could not be run, or one could not while others failed. */
public final class SeveralProblemsException extends RuntimeException {
  private final transient List<Throwable> problems;
  private final transient List<ExitCode> others;

  /**
   * @param others what the command ends with for stacks that were run
   */
  public SeveralProblemsException(List<Throwable> problems, List<ExitCode> others) {
    super(problems.size() + " problems");
    this.problems = List.copyOf(problems);
    this.others = List.copyOf(others);
  }

  /** Each is to be told. */
  public List<Throwable> problems() {
    return problems;
  }

  public List<ExitCode> others() {
    return others;
  }
}
