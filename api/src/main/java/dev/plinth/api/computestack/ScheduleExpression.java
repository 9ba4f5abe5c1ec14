/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression of EventBridge Scheduler that was read: {@code rate(…)}, {@code cron(…)} or {@code
 * at(…)}.
 *
 * @param problem what is wrong with it; empty when nothing is
 * @param shortestGapSeconds the shortest time between two runs; empty when it runs once, or is
 *     wrong
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule
 *     types</a>
 */
public record ScheduleExpression(Optional<String> problem, OptionalLong shortestGapSeconds) {
  private static final Pattern FORM = Pattern.compile("(rate|cron|at)\\((.*)\\)");
  private static final Pattern RATE =
      Pattern.compile("([1-9][0-9]{0,8}) (minute|minutes|hour|hours|day|days)");
  private static final Map<String, Long> SECONDS =
      Map.of("minute", 60L, "hour", 3_600L, "day", 86_400L);
  private static final int MINUTES_OF_A_DAY = 1440;

  /** Reads an expression. */
  public static ScheduleExpression parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return wrong("has none of the forms rate(…), cron(…) and at(…)");
    }
    return switch (form.group(1)) {
      case "rate" -> rate(form.group(2));
      case "cron" -> cron(form.group(2));
      default -> at(form.group(2));
    };
  }

  private static ScheduleExpression wrong(String problem) {
    return new ScheduleExpression(Optional.of(problem), OptionalLong.empty());
  }

  private static ScheduleExpression rate(String text) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      return wrong("has a rate that is not a whole number and minutes, hours or days");
    }
    String unit = rate.group(2).replaceAll("s$", "");
    long seconds = Long.parseLong(rate.group(1)) * SECONDS.getOrDefault(unit, 0L);
    return new ScheduleExpression(Optional.empty(), OptionalLong.of(seconds));
  }

  private static ScheduleExpression at(String text) {
    try {
      LocalDateTime.parse(text);
      return new ScheduleExpression(Optional.empty(), OptionalLong.empty());
    } catch (DateTimeParseException e) {
      return wrong("has a time that is not like 2027-01-31T09:00:00");
    }
  }

  private static ScheduleExpression cron(String text) {
    String[] parts = text.trim().split(" +", -1);
    List<CronField> fields = CronField.inOrder();
    if (parts.length != fields.size()) {
      return wrong("has " + parts.length + " fields where cron has " + fields.size());
    }
    List<BitSet> values = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      CronField field = fields.get(i);
      String part = parts[i];
      Optional<BitSet> read = field.parse(part);
      if (read.isEmpty()) {
        return wrong(
            "has \"%s\" for the %s, which takes %s".formatted(part, field.words(), field.range()));
      }
      values.add(read.get());
    }
    boolean noDay = parts[2].equals("?");
    boolean noWeekday = parts[4].equals("?");
    if (noDay == noWeekday) {
      return wrong("must have ? for exactly one of day of month and day of week");
    }
    return new ScheduleExpression(
        Optional.empty(), OptionalLong.of(shortestGap(values.get(0), values.get(1))));
  }

  /** Between two runs of one day, or the last of a day and the first of the next. */
  private static long shortestGap(BitSet minutes, BitSet hours) {
    List<Integer> runs = new ArrayList<>();
    hours.stream()
        .forEach(hour -> minutes.stream().forEach(minute -> runs.add(hour * 60 + minute)));
    int shortest = MINUTES_OF_A_DAY - runs.get(runs.size() - 1) + runs.get(0);
    for (int i = 1; i < runs.size(); i++) {
      shortest = Math.min(shortest, runs.get(i) - runs.get(i - 1));
    }
    return shortest * 60L;
  }
}
