/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import com.google.gson.JsonObject;
import dev.plinth.local.account.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;

/** The statement that AddPermission puts into a policy, in the form that Lambda gives it. */
final class PolicyStatement {
  private static final int ACCOUNT_ID_LENGTH = 12;

  private PolicyStatement() {}

  static void check(AddPermissionRequest request) {
    LambdaFault.throwIfAny(
        new Constraints()
            .required(request.statementId(), "statementId")
            .length(request.statementId(), "statementId", 1, 100)
            .pattern(request.statementId(), "statementId", LambdaPatterns.STATEMENT_ID)
            .required(request.action(), "action")
            .pattern(request.action(), "action", LambdaPatterns.ACTION)
            .required(request.principal(), "principal")
            .pattern(request.principal(), "principal", LambdaPatterns.PRINCIPAL)
            .pattern(request.sourceArn(), "sourceArn", LambdaPatterns.SOURCE_ARN)
            .pattern(request.sourceAccount(), "sourceAccount", LambdaPatterns.ACCOUNT_ID)
            .length(request.eventSourceToken(), "eventSourceToken", 0, 256)
            .pattern(request.eventSourceToken(), "eventSourceToken", LambdaPatterns.EVENT_TOKEN)
            .length(request.principalOrgID(), "principalOrgID", 12, 34)
            .pattern(request.principalOrgID(), "principalOrgID", LambdaPatterns.ORGANIZATION)
            .oneOf(
                request.functionUrlAuthTypeAsString(),
                "functionUrlAuthType",
                List.of("NONE", "AWS_IAM")));
    if (request.functionUrlAuthTypeAsString() != null
        && !request.action().equals("lambda:InvokeFunctionUrl")) {
      throw LambdaFault.invalidParameter(
          "FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action");
    }
  }

  static JsonObject of(AddPermissionRequest request, String resource) {
    JsonObject statement = new JsonObject();
    statement.addProperty("Sid", request.statementId());
    statement.addProperty("Effect", "Allow");
    principal(request.principal(), resource, statement);
    statement.addProperty("Action", request.action());
    statement.addProperty("Resource", resource);
    JsonObject equal = new JsonObject();
    add(equal, "AWS:SourceAccount", request.sourceAccount());
    add(equal, "aws:PrincipalOrgID", request.principalOrgID());
    add(equal, "lambda:EventSourceToken", request.eventSourceToken());
    add(equal, "lambda:FunctionUrlAuthType", request.functionUrlAuthTypeAsString());
    JsonObject like = new JsonObject();
    add(like, "AWS:SourceArn", request.sourceArn());
    JsonObject flags = new JsonObject();
    if (request.invokedViaFunctionUrl() != null) {
      flags.addProperty(
          "lambda:InvokedViaFunctionUrl", String.valueOf(request.invokedViaFunctionUrl()));
    }
    JsonObject condition = new JsonObject();
    addAll(condition, "StringEquals", equal);
    addAll(condition, "ArnLike", like);
    addAll(condition, "Bool", flags);
    addAll(statement, "Condition", condition);
    return statement;
  }

  private static void principal(String principal, String resource, JsonObject statement) {
    if (principal.equals("*")) {
      statement.addProperty("Principal", principal);
      return;
    }
    JsonObject named = new JsonObject();
    if (isAccount(principal)) {
      String partition = resource.split(":", 3)[1];
      named.addProperty("AWS", "arn:" + partition + ":iam::" + principal + ":root");
    } else {
      named.addProperty(principal.startsWith("arn:") ? "AWS" : "Service", principal);
    }
    statement.add("Principal", named);
  }

  private static boolean isAccount(String principal) {
    return principal.length() == ACCOUNT_ID_LENGTH
        && principal.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static void add(JsonObject object, String key, @Nullable String value) {
    if (value != null) {
      object.addProperty(key, value);
    }
  }

  private static void addAll(JsonObject object, String key, JsonObject part) {
    if (!part.isEmpty()) {
      object.add(key, part);
    }
  }
}
