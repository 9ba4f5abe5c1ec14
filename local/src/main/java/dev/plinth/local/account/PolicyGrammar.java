/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;

/**
 * What any service demands of a policy before it looks at what the policy says: the form of the
 * document and of its statements.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the IAM JSON policy language</a>
 */
public enum PolicyGrammar {
  /** What an identity may do: names resources, and no principal. */
  IDENTITY(List.of("Resource", "NotResource"), List.of("Principal", "NotPrincipal")),
  /** Who may use a resource. */
  RESOURCE(List.of("Principal", "NotPrincipal"), List.of()),
  /** Who may assume a role: names principals, and no resource. */
  TRUST(List.of("Principal"), List.of("Resource", "NotResource"));

  private static final List<String> VERSIONS = List.of("2012-10-17", "2008-10-17");

  @SuppressWarnings("ImmutableEnumChecker") // List.of, which nobody can change
  private final List<String> needed;

  @SuppressWarnings("ImmutableEnumChecker") // List.of, which nobody can change
  private final List<String> prohibited;

  PolicyGrammar(List<String> needed, List<String> prohibited) {
    this.needed = needed;
    this.prohibited = prohibited;
  }

  /** What is wrong with a document, in the words of IAM; empty when nothing is. */
  public Optional<String> problem(String document) {
    JsonObject policy;
    try {
      policy = JsonParser.parseString(document).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      return Optional.of("This policy contains invalid Json");
    }
    JsonElement version = policy.get("Version");
    if (version != null && !VERSIONS.contains(text(version))) {
      return Optional.of("The policy must contain a valid version string");
    }
    JsonElement statements = policy.get("Statement");
    if (statements == null) {
      return Optional.of("Syntax errors in policy.");
    }
    for (JsonElement each :
        statements.isJsonArray() ? statements.getAsJsonArray() : one(statements)) {
      Optional<String> problem =
          each.isJsonObject()
              ? ofStatement(each.getAsJsonObject())
              : Optional.of("Syntax errors in policy.");
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofStatement(JsonObject statement) {
    JsonElement effect = statement.get("Effect");
    if (effect == null || !List.of("Allow", "Deny").contains(text(effect))) {
      return Optional.of("Syntax errors in policy.");
    }
    if (!statement.has("Action") && !statement.has("NotAction")) {
      return Optional.of("Policy statement must contain actions.");
    }
    if (needed.stream().noneMatch(statement::has)) {
      return Optional.of(
          this == IDENTITY
              ? "Policy statement must contain resources."
              : "Missing required field Principal");
    }
    return prohibited.stream()
        .filter(statement::has)
        .findFirst()
        .map(
            field ->
                this == IDENTITY
                    ? "Policy document should not specify a principal."
                    : "Has prohibited field " + field);
  }

  private static JsonArray one(JsonElement element) {
    JsonArray array = new JsonArray();
    array.add(element);
    return array;
  }

  private static String text(JsonElement element) {
    return element.isJsonPrimitive() ? element.getAsString() : element.toString();
  }
}
