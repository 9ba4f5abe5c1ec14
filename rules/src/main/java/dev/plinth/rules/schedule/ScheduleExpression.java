/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.schedule;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression that was read: {@code rate(…)}, {@code cron(…)} or {@code at(…)}.
 *
 * @param problem what is wrong with it, after "the expression"; empty when nothing is
 * @param shortestGapSeconds the shortest time between two runs; empty when it runs once, or is
 *     wrong
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule
 *     types in EventBridge Scheduler</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Schedules
 *     of rules in EventBridge</a>
 */
public record ScheduleExpression(Optional<String> problem, OptionalLong shortestGapSeconds) {
  private static final Pattern FORM = Pattern.compile("(rate|cron|at)\\((.*)\\)");
  private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,8}) (minute|hour|day)(s?)");
  private static final Map<String, Long> SECONDS =
      Map.of("minute", 60L, "hour", 3_600L, "day", 86_400L);
  private static final int MINUTES_OF_A_DAY = 1440;

  /** Reads the expression of a schedule in EventBridge Scheduler. */
  public static ScheduleExpression ofSchedule(String text) {
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

  /** Reads the expression of a rule in EventBridge, which runs more than once and minds plurals. */
  public static ScheduleExpression ofRule(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || form.group(1).equals("at")) {
      return wrong("has none of the forms rate(…) and cron(…)");
    }
    Matcher rate = RATE.matcher(form.group(2));
    if (rate.matches() && rate.group(1).equals("1") != rate.group(3).isEmpty()) {
      return wrong("has a rate whose unit is not singular for 1 and plural for more");
    }
    return ofSchedule(text);
  }

  private static ScheduleExpression wrong(String problem) {
    return new ScheduleExpression(Optional.of(problem), OptionalLong.empty());
  }

  private static ScheduleExpression rate(String text) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      return wrong("has a rate that is not a whole number and minutes, hours or days");
    }
    long seconds = Long.parseLong(rate.group(1)) * SECONDS.getOrDefault(rate.group(2), 0L);
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
    String[] parts = text.split(" ", -1);
    CronField[] fields = CronField.values();
    if (parts.length != fields.length) {
      return wrong("has " + parts.length + " fields where cron has " + fields.length);
    }
    Map<CronField, String> written = new EnumMap<>(CronField.class);
    Map<CronField, BitSet> meant = new EnumMap<>(CronField.class);
    for (int i = 0; i < parts.length; i++) {
      CronField field = fields[i];
      Optional<BitSet> read = field.parse(parts[i]);
      if (read.isEmpty()) {
        return wrong(
            "has \"%s\" for the %s, which takes %s"
                .formatted(parts[i], field.words(), field.range()));
      }
      written.put(field, parts[i]);
      meant.put(field, read.get());
    }
    boolean noDay = "?".equals(written.get(CronField.DAY_OF_MONTH));
    boolean noWeekday = "?".equals(written.get(CronField.DAY_OF_WEEK));
    if (noDay == noWeekday) {
      return wrong("must have ? for exactly one of day of month and day of week");
    }
    BitSet minutes = Objects.requireNonNull(meant.get(CronField.MINUTES));
    BitSet hours = Objects.requireNonNull(meant.get(CronField.HOURS));
    return new ScheduleExpression(Optional.empty(), OptionalLong.of(shortestGap(minutes, hours)));
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
