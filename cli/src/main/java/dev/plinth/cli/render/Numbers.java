/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

/** Numbers as they were written: every number of the engine is a double. */
final class Numbers {
  /** Up to here a double holds every integer. */
  private static final double EXACT = 1L << 53;

  private Numbers() {}

  static boolean isInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) <= EXACT;
  }

  static String text(double value) {
    return isInteger(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
