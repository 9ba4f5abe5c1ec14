/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.expression;

import java.util.Optional;

/**
 * When a rule or a schedule runs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule
 *     types in EventBridge Scheduler</a>
 */
public final class ScheduleExpression {
  private ScheduleExpression() {}

  /** What is wrong with the expression of a rule, which knows rates and cron. */
  public static Optional<String> problemOfRule(String expression) {
    String argument = argument(expression);
    return switch (function(expression)) {
      case "rate" -> Rate.problemOfRule(argument);
      case "cron" -> Cron.problem(argument);
      default -> Optional.of("It is neither rate(value unit) nor cron(fields).");
    };
  }

  /** What is wrong with the expression of a schedule, which knows one-time schedules too. */
  public static Optional<String> problemOfSchedule(String expression) {
    String argument = argument(expression);
    return switch (function(expression)) {
      case "rate" -> Rate.problemOfSchedule(argument);
      case "cron" -> Cron.problem(argument);
      case "at" -> OneTime.problem(argument);
      default ->
          Optional.of(
              "It is neither rate(value unit) nor cron(fields) nor at(yyyy-mm-ddThh:mm:ss).");
    };
  }

  /** The word before the parentheses; empty without them. */
  private static String function(String expression) {
    int open = expression.indexOf('(');
    return open > 0 && expression.endsWith(")") ? expression.substring(0, open) : "";
  }

  private static String argument(String expression) {
    return function(expression).isEmpty()
        ? ""
        : expression.substring(expression.indexOf('(') + 1, expression.length() - 1);
  }
}
