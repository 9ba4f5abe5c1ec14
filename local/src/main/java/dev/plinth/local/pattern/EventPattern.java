/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plinth.local.account.JsonText;
import java.util.Map;
import java.util.Optional;

/**
 * An event pattern: an object with the members of the events that match, and at its leaves lists of
 * what their values may be.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Comparison
 *     operators for use in event patterns</a>
 */
public final class EventPattern {
  private static final String OR = "$or";

  private EventPattern() {}

  /** What is wrong with a pattern. */
  public static Optional<String> problem(String text) {
    Optional<JsonElement> pattern = JsonText.parse(text);
    if (pattern.isEmpty()) {
      return Optional.of("Filter is not valid JSON");
    }
    return pattern.get().isJsonObject()
        ? object(pattern.get().getAsJsonObject())
        : Optional.of("Filter is not an object");
  }

  private static Optional<String> object(JsonObject pattern) {
    if (pattern.isEmpty()) {
      return Optional.of("Empty objects are not allowed");
    }
    for (Map.Entry<String, JsonElement> member : pattern.entrySet()) {
      Optional<String> problem = member(member.getKey(), member.getValue());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> member(String name, JsonElement value) {
    if (name.equals(OR) && value.isJsonArray()) {
      return alternatives(value.getAsJsonArray());
    }
    if (value.isJsonObject()) {
      return object(value.getAsJsonObject());
    }
    return value.isJsonArray()
        ? matchers(value.getAsJsonArray())
        : Optional.of("\"" + name + "\" must be an object or an array");
  }

  private static Optional<String> alternatives(JsonArray alternatives) {
    boolean objects = alternatives.asList().stream().allMatch(JsonElement::isJsonObject);
    if (alternatives.size() < 2 || !objects) {
      return Optional.of("\"$or\" must be an array of at least two objects");
    }
    return alternatives.asList().stream()
        .map(each -> object(each.getAsJsonObject()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> matchers(JsonArray values) {
    if (values.isEmpty()) {
      return Optional.of("Empty arrays are not allowed");
    }
    return values.asList().stream()
        .map(PatternMatcher::problem)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
