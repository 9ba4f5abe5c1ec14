/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import java.util.ArrayList;
import java.util.List;

/** The property paths whose changes do not count; {@code *} stands for any name or index. */
final class IgnoredPaths {
  private static final String ANY = "*";

  private final List<List<String>> patterns = new ArrayList<>();

  IgnoredPaths(List<String> ignoreChanges) {
    for (String path : ignoreChanges) {
      List<String> pattern = segments(path);
      patterns.add(pattern);
      if (pattern.get(0).equals(ResourceSchema.TAGS)) {
        List<String> all = new ArrayList<>(pattern);
        all.set(0, ResourceSchema.TAGS_ALL);
        patterns.add(all);
      }
    }
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  boolean covers(String path) {
    List<String> segments = segments(path);
    return patterns.stream().anyMatch(pattern -> isPrefix(pattern, segments));
  }

  private static boolean isPrefix(List<String> pattern, List<String> path) {
    if (pattern.size() > path.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      if (!pattern.get(i).equals(ANY) && !pattern.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    StringBuilder segment = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quoted && c == '\\' && i + 1 < path.length()) {
        segment.append(path.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '.' || c == '[' || c == ']')) {
        flush(segment, segments);
      } else {
        segment.append(c);
      }
    }
    flush(segment, segments);
    return segments.isEmpty() ? List.of(path) : segments;
  }

  private static void flush(StringBuilder segment, List<String> segments) {
    if (!segment.isEmpty()) {
      segments.add(segment.toString());
      segment.setLength(0);
    }
  }
}
