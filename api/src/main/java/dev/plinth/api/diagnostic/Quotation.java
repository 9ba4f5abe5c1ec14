/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.diagnostic;

import java.util.Locale;

/** How a text that a user wrote is shown in a message. */
public final class Quotation {
  private static final int LONGEST_SHOWN = 80;

  private Quotation() {}

  /**
   * The text in quotes, cut when long, with control characters as escapes, so that a message stays
   * one line.
   */
  public static String of(String text) {
    int length = text.codePointCount(0, text.length());
    int end = text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, length));
    StringBuilder shown = new StringBuilder("\"");
    text.substring(0, end).codePoints().forEach(c -> append(shown, c));
    return shown.append(length > LONGEST_SHOWN ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder shown, int codePoint) {
    if (Character.isISOControl(codePoint)) {
      shown.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
    } else {
      shown.appendCodePoint(codePoint);
    }
  }
}
