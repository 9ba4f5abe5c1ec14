/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One element of a leaf: a value to equal, or an object with one comparison operator. */
final class PatternMatcher {
  private static final double LARGEST = 5e9;
  private static final List<String> LOWER = List.of(">", ">=");
  private static final List<String> UPPER = List.of("<", "<=");
  private static final List<String> ANYTHING_BUT =
      List.of("prefix", "suffix", "wildcard", "equals-ignore-case");

  private PatternMatcher() {}

  static Optional<String> problem(JsonElement matcher) {
    if (matcher.isJsonArray()) {
      return Optional.of("Match value must be String, number, true, false, or null");
    }
    if (!matcher.isJsonObject()) {
      return Optional.empty();
    }
    JsonObject object = matcher.getAsJsonObject();
    if (object.size() != 1) {
      return Optional.of("Only one key allowed in match expression");
    }
    String operator = object.keySet().iterator().next();
    return operator(operator, object.get(operator));
  }

  private static Optional<String> operator(String name, JsonElement value) {
    return switch (name) {
      case "prefix", "suffix" ->
          demand(
              isText(value) || isIgnoringCase(value),
              name + " match pattern must be a string or {\"equals-ignore-case\": string}");
      case "equals-ignore-case" ->
          demand(isText(value), "equals-ignore-case match pattern must be a string");
      case "wildcard" -> wildcard(value);
      case "exists" ->
          demand(isBoolean(value), "exists match pattern must be either true or false.");
      case "cidr" -> demand(isText(value) && isCidr(value.getAsString()), "Malformed CIDR");
      case "numeric" -> numeric(value);
      case "anything-but" -> anythingBut(value);
      default -> Optional.of("Unrecognized match type " + name);
    };
  }

  private static Optional<String> wildcard(JsonElement value) {
    return demand(isText(value), "wildcard match pattern must be a string")
        .or(
            () ->
                demand(
                    !value.getAsString().contains("**"),
                    "Consecutive wildcard characters in wildcard match pattern"));
  }

  private static Optional<String> anythingBut(JsonElement value) {
    if (value.isJsonObject()) {
      JsonObject object = value.getAsJsonObject();
      boolean known = object.size() == 1 && ANYTHING_BUT.containsAll(object.keySet());
      JsonElement inner = known ? object.asMap().values().iterator().next() : null;
      return demand(
          inner != null && (isText(inner) || isListOf(inner, PatternMatcher::isText)),
          "Anything-But expression takes a value, a list of values, or one of " + ANYTHING_BUT);
    }
    boolean allowed =
        isText(value)
            || isNumber(value)
            || isListOf(value, PatternMatcher::isText)
            || isListOf(value, PatternMatcher::isNumber);
    return demand(allowed, "Value of anything-but must be a string, a number or a list of either.");
  }

  /** {@code ["=", 5]} or {@code [">", 0, "<=", 5]}. */
  private static Optional<String> numeric(JsonElement value) {
    String problem = "Value of numeric must be an array of an operator and a number, or of two";
    if (!value.isJsonArray()) {
      return Optional.of(problem);
    }
    JsonArray parts = value.getAsJsonArray();
    if (parts.size() != 2 && parts.size() != 4) {
      return Optional.of(problem);
    }
    for (int i = 0; i < parts.size(); i += 2) {
      if (!isText(parts.get(i)) || !isNumber(parts.get(i + 1))) {
        return Optional.of(problem);
      }
      if (Math.abs(parts.get(i + 1).getAsDouble()) > LARGEST) {
        return Optional.of("Value must be between -5.0E9 and 5.0E9, inclusive");
      }
    }
    String first = parts.get(0).getAsString();
    return parts.size() == 2
        ? demand(
            first.equals("=") || LOWER.contains(first) || UPPER.contains(first),
            "Unrecognized numeric range operator: " + first)
        : range(first, parts);
  }

  private static Optional<String> range(String first, JsonArray parts) {
    String second = parts.get(2).getAsString();
    return demand(
            LOWER.contains(first) && UPPER.contains(second),
            "Bad numeric range operator: " + (LOWER.contains(first) ? second : first))
        .or(
            () ->
                demand(
                    parts.get(1).getAsDouble() < parts.get(3).getAsDouble(),
                    "Bottom must be less than top"));
  }

  private static boolean isCidr(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean v6 = address.indexOf(':') >= 0;
    String mask = slash < 0 ? "0" : text.substring(slash + 1);
    boolean bits =
        mask.length() <= 3
            && !mask.isEmpty()
            && mask.chars().allMatch(c -> c >= '0' && c <= '9')
            && Integer.parseInt(mask) <= (v6 ? 128 : 32);
    return bits && (v6 ? isV6(address) : isV4(address));
  }

  private static boolean isV4(String address) {
    List<String> octets = List.of(address.split("\\.", -1));
    return octets.size() == 4
        && octets.stream()
            .allMatch(
                octet ->
                    !octet.isEmpty()
                        && octet.length() <= 3
                        && octet.chars().allMatch(c -> c >= '0' && c <= '9')
                        && Integer.parseInt(octet) <= 255);
  }

  private static boolean isV6(String address) {
    return address.chars().allMatch(c -> c == ':' || Character.digit(c, 16) >= 0);
  }

  private static boolean isIgnoringCase(JsonElement value) {
    return value.isJsonObject()
        && value.getAsJsonObject().size() == 1
        && value.getAsJsonObject().has("equals-ignore-case")
        && isText(value.getAsJsonObject().get("equals-ignore-case"));
  }

  private static boolean isListOf(JsonElement value, Predicate<JsonElement> kind) {
    return value.isJsonArray()
        && !value.getAsJsonArray().isEmpty()
        && value.getAsJsonArray().asList().stream().allMatch(kind);
  }

  private static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  private static boolean isNumber(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isNumber();
  }

  private static boolean isBoolean(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isBoolean();
  }

  private static Optional<String> demand(boolean satisfied, String problem) {
    return satisfied ? Optional.empty() : Optional.of(problem);
  }
}
