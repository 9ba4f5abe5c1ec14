/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.expression;

import java.util.List;
import java.util.Locale;

/** One of the six fields of a cron expression, in their order. */
@SuppressWarnings("ImmutableEnumChecker") // the names are an unmodifiable list
enum CronField {
  MINUTES("minutes", 0, 59, List.of()),
  HOURS("hours", 0, 23, List.of()),
  DAY_OF_MONTH("day-of-month", 1, 31, List.of()) {
    /** {@code L} is the last day, {@code LW} the last weekday, {@code 3W} the weekday nearest. */
    @Override
    boolean isSpecial(String item) {
      return item.equals("?")
          || item.equals("L")
          || item.equals("LW")
          || (item.endsWith("W") && isValue(item.substring(0, item.length() - 1)));
    }
  },
  MONTH(
      "month",
      1,
      12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  DAY_OF_WEEK("day-of-week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")) {
    /** {@code 6L} is the last Friday of the month, {@code 3#2} its second Tuesday. */
    @Override
    boolean isSpecial(String item) {
      if (item.equals("?") || item.equals("L")) {
        return true;
      }
      if (item.endsWith("L")) {
        return isValue(item.substring(0, item.length() - 1));
      }
      int hash = item.indexOf('#');
      return hash > 0
          && isValue(item.substring(0, hash))
          && isNumber(item.substring(hash + 1), 1, WEEKS);
    }
  },
  YEAR("year", 1970, 2199, List.of());

  private static final int WEEKS = 5;
  private static final int MOST_DIGITS = 4;

  private final String word;
  private final int least;
  private final int most;
  private final List<String> names;

  CronField(String word, int least, int most, List<String> names) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  String word() {
    return word;
  }

  /** Whether a field may stand there as it is written. */
  boolean allows(String text) {
    if (isSpecial(text)) {
      return true;
    }
    for (String item : text.split(",", -1)) {
      if (!isSpecial(item) && !isStepped(item)) {
        return false;
      }
      if (item.equals("?")) {
        return false;
      }
    }
    return true;
  }

  boolean isSpecial(String item) {
    return false;
  }

  /** {@code 0/5} is every fifth from zero on. */
  private boolean isStepped(String item) {
    int slash = item.indexOf('/');
    return slash < 0
        ? isRange(item)
        : isRange(item.substring(0, slash)) && isNumber(item.substring(slash + 1), 1, most);
  }

  private boolean isRange(String item) {
    int dash = item.indexOf('-');
    return dash < 0
        ? item.equals("*") || isValue(item)
        : isValue(item.substring(0, dash)) && isValue(item.substring(dash + 1));
  }

  final boolean isValue(String item) {
    return names.contains(item.toUpperCase(Locale.ROOT)) || isNumber(item, least, most);
  }

  static boolean isNumber(String text, int least, int most) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
  }
}
