/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.schedule;

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
        "cron(0/5 8-17 ? * mon-fri *) | 300",
        "cron(0 12 ? JAN,JUN FRIL *) | 86400",
        "cron(0 9 L,15 * ? *) | 86400",
      })
  void knows_the_shortest_gap(String expression, long seconds) {
    assertThat(ScheduleExpression.ofSchedule(expression).problem()).isEmpty();
    assertThat(ScheduleExpression.ofSchedule(expression).shortestGapSeconds()).hasValue(seconds);
  }

  @Test
  void knows_that_at_runs_once() {
    assertThat(ScheduleExpression.ofSchedule("at(2027-01-31T09:00:00)").problem()).isEmpty();
    assertThat(ScheduleExpression.ofSchedule("at(2027-01-31T09:00:00)").shortestGapSeconds())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5 minutes",
        "rate(0 minutes)",
        "rate(5 weeks)",
        "rate(-1 day)",
        "rate(1.5 hours)",
        "rate(5  minutes)",
        "rate(99999999999 minutes)",
        "at(2026-02-30T10:00:00)",
        "cron(0  6 ? * MON *)",
        "cron(0 6 ? * MON#6 *)",
        "cron(0 6 ? * MON,? *)",
        "cron(0 6 * * ? 1969)",
        "cron(? 6 * * ? *)",
        "cron(0 6 99W * ? *)",
        "cron(0 6 * * ? *",
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
    assertThat(ScheduleExpression.ofSchedule(expression).problem()).isPresent();
    assertThat(ScheduleExpression.ofRule(expression).problem()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"at(2026-11-20T13:00:00)", "rate(1 minutes)", "rate(5 minute)"})
  void only_a_schedule_takes_some(String expression) {
    assertThat(ScheduleExpression.ofRule(expression).problem()).isPresent();
    assertThat(ScheduleExpression.ofSchedule(expression).problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate(1 minute)", "rate(5 minutes)", "cron(0 10 ? * 6#3 2022-2023)"})
  void a_rule_takes_the_others(String expression) {
    assertThat(ScheduleExpression.ofRule(expression).problem()).isEmpty();
  }
}
