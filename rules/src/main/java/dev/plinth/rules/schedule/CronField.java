/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of the six fields of a cron expression, in their order. */
@SuppressWarnings("ImmutableEnumChecker") // the names are an unmodifiable list
enum CronField {
  MINUTES(0, 59, List.of()),
  HOURS(0, 23, List.of()),
  DAY_OF_MONTH(1, 31, List.of()) {
    /** {@code L} is the last day, {@code LW} the last weekday, {@code 3W} the weekday nearest. */
    @Override
    boolean isSpecial(String item) {
      return item.equals("L")
          || item.equals("LW")
          || (item.endsWith("W") && isValue(item.substring(0, item.length() - 1)));
    }
  },
  MONTH(
      1,
      12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  DAY_OF_WEEK(1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")) {
    /** {@code 6L} is the last Friday of the month, {@code 3#2} its second Tuesday. */
    @Override
    boolean isSpecial(String item) {
      int hash = item.indexOf('#');
      return item.equals("L")
          || (item.endsWith("L") && isValue(item.substring(0, item.length() - 1)))
          || (hash > 0
              && isValue(item.substring(0, hash))
              && isBetween(digits(item.substring(hash + 1)), 1, WEEKS));
    }
  },
  YEAR(1970, 2199, List.of());

  private static final int WEEKS = 5;
  private static final int MOST_DIGITS = 4;

  private final int first;
  private final int last;
  private final List<String> names;

  CronField(int first, int last, List<String> names) {
    this.first = first;
    this.last = last;
    this.names = names;
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  String range() {
    return first + " to " + last + (names.isEmpty() ? "" : " or " + String.join(", ", names));
  }

  /**
   * The numbers that a text means; all of them for a day that differs from month to month. Empty
   * when it means none.
   */
  Optional<BitSet> parse(String text) {
    if (text.equals("?")) {
      boolean day = this == DAY_OF_MONTH || this == DAY_OF_WEEK;
      return day ? Optional.of(every(first, last, 1)) : Optional.empty();
    }
    BitSet values = new BitSet();
    for (String item : text.split(",", -1)) {
      Optional<BitSet> some = isSpecial(item) ? Optional.of(every(first, last, 1)) : stepped(item);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      values.or(some.get());
    }
    return Optional.of(values);
  }

  boolean isSpecial(String item) {
    return false;
  }

  final boolean isValue(String item) {
    return isBetween(number(item), first, last);
  }

  /** {@code 0/5} is every fifth from zero on. */
  private Optional<BitSet> stepped(String item) {
    int slash = item.indexOf('/');
    String range = slash < 0 ? item : item.substring(0, slash);
    int step = slash < 0 ? 1 : digits(item.substring(slash + 1));
    if (!isBetween(step, 1, last)) {
      return Optional.empty();
    }
    if (range.equals("*")) {
      return Optional.of(every(first, last, step));
    }
    int dash = range.indexOf('-');
    int from = number(dash < 0 ? range : range.substring(0, dash));
    int to = dash >= 0 ? number(range.substring(dash + 1)) : (slash < 0 ? from : last);
    return isBetween(from, first, to) && isBetween(to, from, last)
        ? Optional.of(every(from, to, step))
        : Optional.empty();
  }

  private static BitSet every(int from, int to, int step) {
    BitSet values = new BitSet();
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
    return values;
  }

  /** The number, by digits or by name; -1 for anything else. */
  private int number(String text) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    return named >= 0 ? first + named : digits(text);
  }

  static int digits(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(text) : -1;
  }

  static boolean isBetween(int number, int least, int most) {
    return number >= least && number <= most;
  }
}
