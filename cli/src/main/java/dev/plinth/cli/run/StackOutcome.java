/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import java.util.Optional;

/** What became of one stack of a command. */
sealed interface StackOutcome {
  StackName stack();

  /** It ran to its end, which may be a failure. */
  record Ended(StackName stack, RunResult result) implements StackOutcome {}

  /** It could not be run: its manifests, its lock or its state were in the way. */
  record Prevented(StackName stack, Throwable problem) implements StackOutcome {}

  /**
   * It was not begun.
   *
   * @param missing a stack that it needs and that was not done; empty when the command was stopped
   */
  record NotBegun(StackName stack, Optional<StackName> missing) implements StackOutcome {}

  default boolean isDone() {
    return this instanceof Ended ended && ended.result() == RunResult.SUCCEEDED;
  }
}
