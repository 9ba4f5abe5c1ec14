/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Policies of IAM and of resources. Services give them back reordered: statements, actions,
 * resources and principals are sets, one string stands for a list of it, and an account's id for
 * its root.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the IAM JSON policy language</a>
 */
public final class PolicyDocument {
  /** What a policy without a version is read as. */
  private static final String OLD_VERSION = "2008-10-17";

  private static final int ACCOUNT_ID_LENGTH = 12;

  private PolicyDocument() {}

  /** Whether two texts are policies that say the same. */
  public static boolean same(String left, String right) {
    if (JsonDocument.same(left, right)) {
      return true;
    }
    Optional<JsonElement> one = JsonDocument.parse(left).map(PolicyDocument::canonical);
    return one.isPresent() && one.equals(JsonDocument.parse(right).map(PolicyDocument::canonical));
  }

  private static JsonElement canonical(JsonElement policy) {
    if (!policy.isJsonObject()) {
      return policy;
    }
    JsonObject canonical = new JsonObject();
    canonical.addProperty("Version", OLD_VERSION);
    policy
        .getAsJsonObject()
        .asMap()
        .forEach(
            (name, value) -> {
              if (name.equals("Statement")) {
                canonical.add(
                    name, set(listed(value).stream().map(PolicyDocument::statement).toList()));
              } else if (!isEmpty(value)) {
                canonical.add(name, value);
              }
            });
    return canonical;
  }

  private static JsonElement statement(JsonElement statement) {
    if (!statement.isJsonObject()) {
      return statement;
    }
    JsonObject canonical = new JsonObject();
    statement
        .getAsJsonObject()
        .asMap()
        .forEach(
            (name, value) -> {
              if (!isEmpty(value)) {
                canonical.add(name, part(name, value));
              }
            });
    return canonical;
  }

  private static JsonElement part(String name, JsonElement value) {
    return switch (name) {
      case "Action", "NotAction", "Resource", "NotResource" -> set(listed(value));
      case "Principal", "NotPrincipal" -> principal(value);
      case "Condition" -> condition(value);
      default -> value;
    };
  }

  private static JsonElement principal(JsonElement principal) {
    if (!principal.isJsonObject()) {
      return principals(Map.of("AWS", principal));
    }
    return principals(principal.getAsJsonObject().asMap());
  }

  private static JsonElement principals(Map<String, JsonElement> byKind) {
    JsonObject canonical = new JsonObject();
    byKind.forEach(
        (kind, value) -> {
          List<JsonElement> named = listed(value);
          canonical.add(
              kind,
              set(
                  kind.equals("AWS")
                      ? named.stream().map(PolicyDocument::account).toList()
                      : named));
        });
    return canonical;
  }

  /** The account's id where its root is named. */
  private static JsonElement account(JsonElement principal) {
    String text = text(principal);
    String[] parts = text.split(":", -1);
    boolean isRoot =
        parts.length == 6
            && parts[2].equals("iam")
            && parts[4].length() == ACCOUNT_ID_LENGTH
            && parts[5].equals("root");
    return isRoot ? new JsonPrimitive(parts[4]) : principal;
  }

  private static JsonElement condition(JsonElement condition) {
    if (!condition.isJsonObject()) {
      return condition;
    }
    JsonObject canonical = new JsonObject();
    condition
        .getAsJsonObject()
        .asMap()
        .forEach(
            (operator, keys) -> canonical.add(operator, keys.isJsonObject() ? keys(keys) : keys));
    return canonical;
  }

  private static JsonObject keys(JsonElement keys) {
    JsonObject canonical = new JsonObject();
    keys.getAsJsonObject()
        .asMap()
        .forEach((key, values) -> canonical.add(key, set(listed(values))));
    return canonical;
  }

  private static List<JsonElement> listed(JsonElement value) {
    return value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value);
  }

  /** The elements sorted by their text, each once; numbers and booleans as their text. */
  private static JsonArray set(List<JsonElement> elements) {
    Map<String, JsonElement> sorted = new TreeMap<>();
    for (JsonElement element : elements) {
      JsonElement plain =
          element.isJsonPrimitive() ? new JsonPrimitive(text(element)) : sortedMembers(element);
      sorted.put(plain.toString(), plain);
    }
    JsonArray set = new JsonArray();
    sorted.values().forEach(set::add);
    return set;
  }

  private static JsonElement sortedMembers(JsonElement element) {
    if (!element.isJsonObject()) {
      return element;
    }
    JsonObject sorted = new JsonObject();
    JsonObject object = element.getAsJsonObject();
    for (String name : new TreeSet<>(object.keySet())) {
      sorted.add(name, sortedMembers(object.get(name)));
    }
    return sorted;
  }

  private static boolean isEmpty(JsonElement value) {
    return value.isJsonNull()
        || (value.isJsonObject() && value.getAsJsonObject().isEmpty())
        || (value.isJsonArray() && value.getAsJsonArray().isEmpty())
        || text(value).isEmpty();
  }

  private static String text(JsonElement element) {
    return element.isJsonPrimitive() ? element.getAsString() : element.toString();
  }
}
