/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.Placed;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.proto.computestack.Schedule;
import dev.plinth.rules.schedule.ScheduleExpression;

/** A schedule can be read, and does not start a function again before the last run has ended. */
final class ScheduleRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    stack.schedules().forEach(schedule -> check(schedule, stack, report));
  }

  private static void check(Placed<Schedule> schedule, ComputeStack stack, Report report) {
    String path = schedule.path() + ".expression";
    String text = schedule.spec().getExpression();
    if (text.isEmpty()) {
      return; // Reported as missing.
    }
    ScheduleExpression expression = ScheduleExpression.ofSchedule(text);
    expression
        .problem()
        .ifPresent(
            problem ->
                report.error(
                    "stack.schedule",
                    path,
                    "expression " + Quotation.of(text) + " " + problem + ".",
                    "write it like rate(5 minutes), cron(0 6 ? * MON-FRI *) or"
                        + " at(2027-01-31T09:00:00)."));
    String id = ComputeStack.scheduled(schedule);
    int timeout = stack.function(id).map(function -> function.timeoutSeconds()).orElse(0);
    expression
        .shortestGapSeconds()
        .ifPresent(
            gap -> {
              if (gap < timeout) {
                report.error(
                    "stack.schedule-overlap",
                    path,
                    "it starts %s every %d s, while one run may take %d s: runs would overlap."
                        .formatted(id, gap, timeout),
                    "run it less often, or lower the function's timeout_seconds to "
                        + gap
                        + " or less.");
              }
            });
  }
}
