/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.expression;

import java.util.List;
import java.util.Optional;

/** {@code rate(value unit)}: a positive whole number of minutes, hours or days. */
final class Rate {
  private static final List<String> UNITS = List.of("minute", "hour", "day");

  /** More digits than any period of use has, and few enough to be a number. */
  private static final int MOST_DIGITS = 9;

  private Rate() {}

  /** EventBridge wants the singular for 1 and the plural for more. */
  static Optional<String> problemOfRule(String argument) {
    Optional<String> problem = problemOfSchedule(argument);
    if (problem.isPresent()) {
      return problem;
    }
    String[] parts = argument.split(" ", -1);
    boolean one = Integer.parseInt(parts[0]) == 1;
    return one == UNITS.contains(parts[1])
        ? Optional.empty()
        : Optional.of("The unit is singular for 1 and plural for any other value.");
  }

  static Optional<String> problemOfSchedule(String argument) {
    String[] parts = argument.split(" ", -1);
    if (parts.length != 2) {
      return Optional.of("A rate has a value and a unit, with one space between.");
    }
    boolean number =
        !parts[0].isEmpty()
            && parts[0].length() <= MOST_DIGITS
            && parts[0].chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(parts[0]) < 1) {
      return Optional.of("The value of a rate is a positive whole number.");
    }
    String unit = parts[1];
    String singular = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    return UNITS.contains(singular)
        ? Optional.empty()
        : Optional.of("The unit of a rate is minutes, hours or days.");
  }
}
