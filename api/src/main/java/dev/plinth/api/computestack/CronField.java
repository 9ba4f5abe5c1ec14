/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A field of a cron expression: what it is called, its range, and names for its numbers. */
@SuppressWarnings("ImmutableEnumChecker") // The list is never changed.
enum CronField {
  MINUTES(0, 59, List.of(), ""),
  HOURS(0, 23, List.of(), ""),
  DAY_OF_MONTH(1, 31, List.of(), "L|LW|\\d{1,2}W"),
  MONTH(
      1,
      12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
      ""),
  DAY_OF_WEEK(
      1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"), "L|[1-7]L|[1-7]#[1-5]"),
  YEAR(1970, 2199, List.of(), "");

  private final int first;
  private final int last;
  private final List<String> names;
  private final Pattern special;

  CronField(int first, int last, List<String> names, String special) {
    this.first = first;
    this.last = last;
    this.names = names;
    this.special = Pattern.compile(special);
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  String range() {
    return first + " to " + last + (names.isEmpty() ? "" : " or " + String.join(", ", names));
  }

  /** The numbers that a text means, all of them for a special day; empty when it means none. */
  Optional<BitSet> parse(String text) {
    boolean mayBeSpecial = !special.pattern().isEmpty();
    if (mayBeSpecial && (text.equals("?") || special.matcher(text).matches())) {
      return Optional.of(all(1));
    }
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      Optional<BitSet> some = part(part);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      values.or(some.get());
    }
    return Optional.of(values);
  }

  private Optional<BitSet> part(String text) {
    String[] stepped = text.split("/", -1);
    if (stepped.length > 2) {
      return Optional.empty();
    }
    int step = stepped.length == 2 ? number(stepped[1]) : 1;
    String range = stepped[0];
    if (step < 1 || step > last) {
      return Optional.empty();
    }
    if (range.equals("*")) {
      return Optional.of(all(step));
    }
    String[] ends = range.split("-", -1);
    int from = number(ends[0]);
    int to = ends.length == 2 ? number(ends[1]) : (stepped.length == 2 ? last : from);
    if (ends.length > 2 || from < first || to > last || to < from) {
      return Optional.empty();
    }
    return Optional.of(every(from, to, step));
  }

  private BitSet all(int step) {
    return every(first, last, step);
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
    if (named >= 0) {
      return first + named;
    }
    boolean digits =
        !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(text) : -1;
  }

  static List<CronField> inOrder() {
    return Arrays.asList(values());
  }
}
