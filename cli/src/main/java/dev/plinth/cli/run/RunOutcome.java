/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.SeveralProblemsException;
import dev.plinth.cli.run.StackOutcome.Ended;
import dev.plinth.cli.run.StackOutcome.NotBegun;
import dev.plinth.cli.run.StackOutcome.Prevented;
import dev.plinth.engine.event.RunResult;
import java.util.ArrayList;
import java.util.List;

/** What became of all stacks of a command, in their order. */
record RunOutcome(List<StackOutcome> stacks) {
  RunOutcome {
    stacks = List.copyOf(stacks);
  }

  /** The result of the command as a whole. */
  RunResult result() {
    if (stacks.stream().allMatch(StackOutcome::isDone)) {
      return RunResult.SUCCEEDED;
    }
    return stacks.stream().anyMatch(RunOutcome::isStopped) ? RunResult.CANCELED : RunResult.FAILED;
  }

  private static boolean isStopped(StackOutcome outcome) {
    return outcome instanceof Ended ended
        ? ended.result() == RunResult.CANCELED
        : outcome instanceof NotBegun left && left.missing().isEmpty();
  }

  /**
   * Which stacks were not begun, a line for each.
   *
   * @param word what was not done to them
   */
  String notBegun(String word) {
    StringBuilder text = new StringBuilder();
    for (StackOutcome outcome : stacks) {
      if (outcome instanceof NotBegun left) {
        text.append("Not ").append(word).append(": ").append(left.stack().stack());
        left.missing().ifPresent(need -> text.append(", because of ").append(need.stack()));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** Throws what kept stacks from being run, if anything did. */
  void throwProblems() {
    List<Throwable> problems = new ArrayList<>();
    for (StackOutcome outcome : stacks) {
      if (outcome instanceof Prevented prevented) {
        problems.add(prevented.problem());
      }
    }
    boolean failed =
        stacks.stream().anyMatch(outcome -> outcome instanceof Ended && !outcome.isDone());
    if (problems.size() > 1 || (failed && !problems.isEmpty())) {
      throw new SeveralProblemsException(
          problems, failed ? List.of(Exits.of(result())) : List.of());
    }
    for (Throwable problem : problems) {
      if (problem instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) problem;
    }
  }
}
