/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.move;

import java.util.List;

/** A move that cannot be made, with everything that stands against it. */
public final class MoveRefusedException extends RuntimeException {
  private final List<Problem> problems;

  /** Something that stands against a move, and what to do about it, each in a sentence. */
  public record Problem(String message, String remedy) {}

  MoveRefusedException(List<Problem> problems) {
    super(String.join("; ", problems.stream().map(Problem::message).toList()));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
