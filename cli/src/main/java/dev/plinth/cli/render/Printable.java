/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import java.util.List;

/** Text from elsewhere, made harmless: no control character of it reaches the terminal. */
final class Printable {
  private Printable() {}

  /** On one line. */
  static String of(String text) {
    return text.chars().anyMatch(Character::isISOControl) ? clean(text) : text;
  }

  /** By line, the trailing blank ones left out. */
  static List<String> lines(String text) {
    return text.stripTrailing().lines().map(Printable::of).toList();
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? replacement(c) : c));
    return clean.toString();
  }

  private static int replacement(int control) {
    return control == '\t' ? ' ' : 0xFFFD;
  }
}
