/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.render.Reports;
import dev.plinth.cli.render.StackReport;
import dev.plinth.engine.event.RunResult;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Goes through the stacks of a command, several at once, and tells of each in its turn. */
final class StackRound {
  private final Reports reports;
  private final int atOnce;
  private final BooleanSupplier stopped;

  /**
   * @param atOnce how many stacks are worked on at once, at most
   * @param stopped whether nothing more is to be begun
   */
  StackRound(Reports reports, int atOnce, BooleanSupplier stopped) {
    this.reports = reports;
    this.atOnce = atOnce;
    this.stopped = stopped;
  }

  /**
   * Does it.
   *
   * @param tasks each after those that it needs
   * @param word what is not done to the stacks that are left out
   */
  RunResult run(List<StackTask> tasks, String word) {
    List<StackReport> each = reports.each(tasks.size());
    RunOutcome outcome =
        StackSchedule.run(
            tasks,
            place -> StateErrors.told(() -> tasks.get(place).work().apply(each.get(place))),
            atOnce,
            stopped,
            place -> each.get(place).close());
    reports.say(outcome.notBegun(word));
    outcome.throwProblems();
    return outcome.result();
  }
}
