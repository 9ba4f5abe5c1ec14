/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute) | 60",
        "rate(5 minutes) | 300",
        "rate(2 days) | 172800",
        "cron(0 6 ? * MON-FRI *) | 86400",
        "cron(*/15 * * * ? *) | 900",
        "cron(0,20 8-9 L * ? 2027) | 1200",
        "cron(55 23 ? JAN,JUL 6#3 *) | 86400",
        "cron(0 0,12 1W 1/2 ? 2026-2030) | 43200",
      })
  void knows_the_shortest_gap(String expression, long seconds) {
    assertThat(ScheduleExpression.parse(expression).problem()).isEmpty();
    assertThat(ScheduleExpression.parse(expression).shortestGapSeconds()).hasValue(seconds);
  }

  @Test
  void knows_that_at_runs_once() {
    assertThat(ScheduleExpression.parse("at(2027-01-31T09:00:00)").problem()).isEmpty();
    assertThat(ScheduleExpression.parse("at(2027-01-31T09:00:00)").shortestGapSeconds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5 minutes",
        "rate(0 minutes)",
        "rate(5 weeks)",
        "rate(-1 day)",
        "at(tomorrow)",
        "cron(0 6 * * *)",
        "cron(0 6 * * * *)",
        "cron(0 6 ? * ? *)",
        "cron(60 6 ? * MON *)",
        "cron(0 24 ? * MON *)",
        "cron(0 6 ? 13 MON *)",
        "cron(0 6 ? * MONDAY *)",
        "cron(0 6 ? * 8 *)",
        "cron(0 6 9-1 * ? *)",
        "cron(0/0 6 1 * ? *)",
        "cron(1/2/3 6 1 * ? *)",
        "cron(, 6 1 * ? *)",
        "cron(99999999999 6 1 * ? *)",
      })
  void says_what_is_wrong(String expression) {
    assertThat(ScheduleExpression.parse(expression).problem()).isPresent();
  }
}
