/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.Placed;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.manifest.Suggestion;
import dev.plinth.proto.computestack.Schedule;
import dev.plinth.rules.schedule.ScheduleExpression;
import java.time.ZoneId;
import java.util.TreeSet;

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
    checkTimeZone(schedule, report);
    expression.shortestGapSeconds().ifPresent(gap -> checkGap(gap, schedule, stack, report));
  }

  private static void checkTimeZone(Placed<Schedule> schedule, Report report) {
    String zone = schedule.spec().getTimeZone();
    if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      report.error(
          "manifest.unknown-value",
          schedule.path() + ".time_zone",
          "time_zone is " + Quotation.of(zone) + ", which is no time zone of the IANA's database.",
          Suggestion.nearest(zone, new TreeSet<>(ZoneId.getAvailableZoneIds()))
              .map(meant -> "did you mean " + meant + "?")
              .orElse("name one like Europe/Paris, or leave it out for UTC."));
    }
  }

  /** Each run begins somewhere in its window, so the next may come sooner by all of it. */
  private static void checkGap(
      long gap, Placed<Schedule> schedule, ComputeStack stack, Report report) {
    String id = ComputeStack.scheduled(schedule);
    int timeout = stack.function(id).map(function -> function.timeoutSeconds()).orElse(0);
    long window = schedule.spec().getFlexibleWindowMinutes() * 60L;
    long left = gap - window;
    if (left >= timeout) {
      return;
    }
    report.error(
        "stack.schedule-overlap",
        schedule.path() + ".expression",
        "it starts %s every %d s%s, while one run may take %d s: runs would overlap."
            .formatted(
                id,
                gap,
                window > 0 ? ", anywhere within a window of " + window + " s" : "",
                timeout),
        (window > 0 ? "run it less often or in a shorter flexible window" : "run it less often")
            + (left > 0
                ? ", or lower the function's timeout_seconds to " + left + " or less."
                : "."));
  }
}
