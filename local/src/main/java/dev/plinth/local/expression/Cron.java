/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.expression;

import java.util.Optional;

/**
 * {@code cron(minutes hours day-of-month month day-of-week year)}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Cron
 *     expressions in EventBridge</a>
 */
final class Cron {
  private static final int DAY_OF_MONTH = 2;
  private static final int DAY_OF_WEEK = 4;

  private Cron() {}

  static Optional<String> problem(String argument) {
    String[] parts = argument.split(" ", -1);
    CronField[] fields = CronField.values();
    if (parts.length != fields.length) {
      return Optional.of(
          "A cron expression has six fields, with one space between: minutes hours day-of-month"
              + " month day-of-week year.");
    }
    for (int i = 0; i < fields.length; i++) {
      if (!fields[i].allows(parts[i])) {
        return Optional.of("'" + parts[i] + "' is no value of the field " + fields[i].word() + ".");
      }
    }
    boolean dayOfMonth = !parts[DAY_OF_MONTH].equals("?");
    boolean dayOfWeek = !parts[DAY_OF_WEEK].equals("?");
    return dayOfMonth == dayOfWeek
        ? Optional.of("One of day-of-month and day-of-week has to be '?', and not both.")
        : Optional.empty();
  }
}
