/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions as AWS's documentation shows them, and as people get them wrong. */
final class ScheduleExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(1 minute)",
        "rate(5 minutes)",
        "rate(1 day)",
        "cron(15 10 * * ? *)",
        "cron(0 18 ? * MON-FRI *)",
        "cron(0 8 1 * ? *)",
        "cron(0/10 * ? * MON-FRI *)",
        "cron(0/5 8-17 ? * mon-fri *)",
        "cron(0 10 ? * 6#3 2022-2023)",
        "cron(0 9 ? * 2#1 *)",
        "cron(0 0 L * ? *)",
        "cron(0 0 3W * ? *)",
        "cron(0 12 ? JAN,JUN 6L *)"
      })
  void a_rule_takes_it(String expression) {
    assertThat(ScheduleExpression.problemOfRule(expression)).isEmpty();
    assertThat(ScheduleExpression.problemOfSchedule(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5 minutes",
        "rate(0 minutes)",
        "rate(-1 minutes)",
        "rate(1.5 hours)",
        "rate(5 weeks)",
        "rate(5  minutes)",
        "rate(99999999999 minutes)",
        "cron(0 8 * * *)",
        "cron(0 8 * * * *)",
        "cron(0 8 ? * ? *)",
        "cron(60 8 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 8 32 * ? *)",
        "cron(0 8 * 13 ? *)",
        "cron(0 8 ? * 8 *)",
        "cron(0 8 ? * MON#6 *)",
        "cron(0 8 ? * MON,? *)",
        "cron(0 8 * * ? 1969)",
        "cron(? 8 * * ? *)",
        "cron(0 8 * * ? *",
        "at(2026-02-30T10:00:00)",
        "at(2026-02-03 10:00)"
      })
  void neither_takes_it(String expression) {
    assertThat(ScheduleExpression.problemOfRule(expression)).isPresent();
    assertThat(ScheduleExpression.problemOfSchedule(expression)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"at(2026-11-20T13:00:00)", "rate(1 minutes)", "rate(5 minute)"})
  void only_a_schedule_takes_it(String expression) {
    assertThat(ScheduleExpression.problemOfRule(expression)).isPresent();
    assertThat(ScheduleExpression.problemOfSchedule(expression)).isEmpty();
  }
}
