/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One statement of a function's policy, in Lambda's own form of it. */
record PermissionStatement(JsonObject json) {

  static Optional<PermissionStatement> parse(@Nullable String statement) {
    return statement == null
        ? Optional.empty()
        : Optional.of(new PermissionStatement(JsonParser.parseString(statement).getAsJsonObject()));
  }

  static Optional<PermissionStatement> find(String policy, String statementId) {
    JsonObject document = JsonParser.parseString(policy).getAsJsonObject();
    return document.getAsJsonArray("Statement").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(each -> each.has("Sid") && each.get("Sid").getAsString().equals(statementId))
        .findFirst()
        .map(PermissionStatement::new);
  }

  PropertyMap outputs(Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, PermissionType.SCHEMA.shape(), prior);
    outputs.put("statementId", json.get("Sid").getAsString());
    outputs.put("action", json.get("Action").getAsString());
    outputs.put("principal", principal(prior));
    function(prior, outputs);
    put(outputs, "sourceArn", "AWS:SourceArn");
    put(outputs, "sourceAccount", "AWS:SourceAccount");
    put(outputs, "principalOrgId", "aws:PrincipalOrgID");
    put(outputs, "eventSourceToken", "lambda:EventSourceToken");
    put(outputs, "functionUrlAuthType", "lambda:FunctionUrlAuthType");
    return outputs.build();
  }

  /** The program may have named the qualifier as a part of the function. */
  private void function(Prior prior, PropertyMap.Builder outputs) {
    FunctionReference actual = FunctionReference.of(json.get("Resource").getAsString());
    Optional<String> said =
        prior
            .saidText("function")
            .filter(text -> FunctionReference.of(text).name().equals(actual.name()));
    outputs.put("function", said.orElse(actual.name()));
    Optional<String> inFunction = said.flatMap(text -> FunctionReference.of(text).qualifier());
    actual
        .qualifier()
        .filter(qualifier -> !inFunction.equals(Optional.of(qualifier)))
        .ifPresent(qualifier -> outputs.put("qualifier", qualifier));
  }

  /** Lambda gives an account's id back as the ARN of its root. */
  private String principal(Prior prior) {
    JsonElement principal = json.get("Principal");
    String actual =
        principal.isJsonObject()
            ? principal.getAsJsonObject().asMap().values().iterator().next().getAsString()
            : principal.getAsString();
    return prior
        .saidText("principal")
        .filter(said -> actual.endsWith("::" + said + ":root"))
        .orElse(actual);
  }

  private void put(PropertyMap.Builder outputs, String property, String key) {
    condition(key).ifPresent(value -> outputs.put(property, value));
  }

  /** The value of a condition key, whatever its operator and case. */
  private Optional<String> condition(String key) {
    if (!json.has("Condition")) {
      return Optional.empty();
    }
    return json.getAsJsonObject("Condition").asMap().values().stream()
        .flatMap(keys -> keys.getAsJsonObject().asMap().entrySet().stream())
        .filter(entry -> entry.getKey().equalsIgnoreCase(key))
        .map(Map.Entry::getValue)
        .map(JsonElement::getAsString)
        .findFirst();
  }
}
