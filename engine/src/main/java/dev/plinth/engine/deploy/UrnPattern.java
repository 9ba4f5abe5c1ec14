/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.urn.Urn;
import java.util.regex.Pattern;

/**
 * Names resources by URN, with Pulumi's wildcards: {@code *} stands for any text without a colon,
 * {@code **} for any text.
 */
public final class UrnPattern {
  private final String text;
  private final Pattern pattern;

  private UrnPattern(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /** Reads a pattern; every text is one. */
  public static UrnPattern of(String text) {
    StringBuilder regex = new StringBuilder();
    int position = 0;
    while (position < text.length()) {
      if (text.startsWith("**", position)) {
        regex.append(".*");
        position += 2;
      } else if (text.charAt(position) == '*') {
        regex.append("[^:]*");
        position++;
      } else {
        int end = position;
        while (end < text.length() && text.charAt(end) != '*') {
          end++;
        }
        regex.append(Pattern.quote(text.substring(position, end)));
        position = end;
      }
    }
    return new UrnPattern(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Reads a pattern, or a resource's name, which stands for every URN that ends with it. */
  public static UrnPattern ofNameOrUrn(String text) {
    return of(text.contains(":") || text.contains("*") ? text : "**::" + text);
  }

  boolean matches(Urn urn) {
    return pattern.matcher(urn.text()).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
