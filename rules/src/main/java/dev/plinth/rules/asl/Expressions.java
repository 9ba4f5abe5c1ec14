/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths and expressions inside a state; their shape is checked, not what they find. */
final class Expressions {
  private Expressions() {}

  /** Whether a value is a JSONata expression where the language allows one. */
  static boolean isJsonata(@Nullable Object value, QueryLanguage language) {
    return language == QueryLanguage.JSONATA && value instanceof String text && isJsonata(text);
  }

  static boolean isJsonata(String text) {
    return text.startsWith("{%") && text.endsWith("%}");
  }

  /** A path into the input, a variable or the context. */
  static boolean isPath(String text) {
    long opened = text.chars().filter(c -> c == '[').count();
    return text.startsWith("$") && opened == text.chars().filter(c -> c == ']').count();
  }

  private static boolean isIntrinsic(String text) {
    return text.startsWith("States.") && text.contains("(") && text.endsWith(")");
  }

  /** Every member whose name ends with {@code .$} takes a path or an intrinsic function. */
  static void checkTemplate(@Nullable Object template, String location, Node owner) {
    if (template instanceof List<?> elements) {
      int index = 0;
      for (Object element : elements) {
        checkTemplate(element, location + "[" + index++ + "]", owner);
      }
    } else if (template instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        String name = String.valueOf(member.getKey());
        if (name.endsWith(".$")) {
          checkDynamic(member.getValue(), name, location + "/" + name, owner);
        } else {
          checkTemplate(member.getValue(), location + "/" + name, owner);
        }
      }
    }
  }

  private static void checkDynamic(@Nullable Object value, String name, String at, Node owner) {
    if (!(value instanceof String text && (isPath(text) || isIntrinsic(text)))) {
      owner
          .problems()
          .add(
              Problem.schema(
                  "The value for the field '"
                      + name
                      + "' must be a valid JSONPath or a valid intrinsic function call",
                  at));
    }
  }
}
