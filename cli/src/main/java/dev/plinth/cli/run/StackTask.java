/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.render.StackReport;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import java.util.Set;
import java.util.function.Function;

/**
 * What a command does to one stack.
 *
 * @param needs stacks that must have been done before; those that the command is not about count as
 *     done
 */
record StackTask(StackName stack, Set<StackName> needs, Function<StackReport, RunResult> work) {
  StackTask {
    needs = Set.copyOf(needs);
  }
}
