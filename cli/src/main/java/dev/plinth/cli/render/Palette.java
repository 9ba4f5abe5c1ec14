/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

/** Colours, where they are wanted. */
public enum Palette {
  COLORED,
  PLAIN;

  private static final String RESET = "\033[0m";

  /** The colours in use, by what Pulumi uses them for. */
  enum Color {
    NONE(""),
    BOLD("\033[1m"),
    RED("\033[31m"),
    GREEN("\033[32m"),
    YELLOW("\033[33m"),
    BRIGHT_RED("\033[91m"),
    BRIGHT_GREEN("\033[92m"),
    BRIGHT_MAGENTA("\033[95m"),
    BRIGHT_CYAN("\033[96m");

    private final String escape;

    Color(String escape) {
      this.escape = escape;
    }
  }

  String paint(Color color, String text) {
    return this == PLAIN || color == Color.NONE ? text : color.escape + text + RESET;
  }
}
