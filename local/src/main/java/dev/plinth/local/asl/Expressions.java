/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.asl;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** Paths and expressions inside a state; their shape is checked, not what they find. */
final class Expressions {
  private Expressions() {}

  /** Whether a value is a JSONata expression where the language allows one. */
  static boolean isJsonata(JsonElement value, QueryLanguage language) {
    return language == QueryLanguage.JSONATA
        && value instanceof JsonPrimitive primitive
        && primitive.isString()
        && isJsonata(primitive.getAsString());
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
  static void checkTemplate(JsonElement template, String location, Node owner) {
    if (template.isJsonArray()) {
      int index = 0;
      for (JsonElement element : template.getAsJsonArray()) {
        checkTemplate(element, location + "[" + index++ + "]", owner);
      }
    } else if (template.isJsonObject()) {
      for (Map.Entry<String, JsonElement> member : template.getAsJsonObject().entrySet()) {
        String at = location + "/" + member.getKey();
        if (member.getKey().endsWith(".$")) {
          checkDynamic(member.getValue(), at, owner);
        } else {
          checkTemplate(member.getValue(), at, owner);
        }
      }
    }
  }

  private static void checkDynamic(JsonElement value, String at, Node owner) {
    boolean right =
        value instanceof JsonPrimitive primitive
            && primitive.isString()
            && (isPath(primitive.getAsString()) || isIntrinsic(primitive.getAsString()));
    if (!right) {
      owner
          .problems()
          .add(
              Problem.schema(
                  "The value for the field '"
                      + at.substring(at.lastIndexOf('/') + 1)
                      + "' must be a valid JSONPath or a valid intrinsic function call",
                  at));
    }
  }
}
