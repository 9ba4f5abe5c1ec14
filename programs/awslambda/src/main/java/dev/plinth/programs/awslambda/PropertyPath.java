/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import java.util.ArrayList;
import java.util.List;

/** Pulumi's property paths: {@code a.b[0]["quoted key"]}. */
final class PropertyPath {
  private final String text;
  private final List<String> segments = new ArrayList<>();
  private int position;

  private PropertyPath(String text) {
    this.text = text;
  }

  /** The names, indices and keys of a path, in order; whatever is malformed is part of a name. */
  static List<String> parse(String text) {
    PropertyPath path = new PropertyPath(text);
    while (path.position < text.length()) {
      path.next();
    }
    return path.segments;
  }

  private void next() {
    if (text.startsWith("[\"", position)) {
      quoted();
    } else if (text.charAt(position) == '[' && text.indexOf(']', position) > 0) {
      int end = text.indexOf(']', position);
      segments.add(text.substring(position + 1, end));
      position = end + 1;
    } else {
      name();
    }
  }

  private void quoted() {
    StringBuilder key = new StringBuilder();
    int at = position + 2;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      key.append(text.charAt(at++));
    }
    segments.add(key.toString());
    // Past the closing quote and bracket.
    position = Math.min(at + 2, text.length());
  }

  private void name() {
    int start = text.charAt(position) == '.' ? position + 1 : position;
    int end = start;
    while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
      end++;
    }
    if (end > start) {
      segments.add(text.substring(start, end));
    }
    position = Math.max(end, position + 1);
  }
}
