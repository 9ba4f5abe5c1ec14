/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Statements of a function's policy. */
final class PermissionCase {
  private PermissionCase() {}

  static ContractCase forBucket(Setting setting) {
    String function = FunctionCase.given(setting).text("name").orElseThrow();
    String bucket = "arn:" + setting.surroundings().partition() + ":s3:::";
    return new ContractCase(
            "aws:lambda/permission:Permission",
            PropertyMap.builder()
                .put("function", function)
                .put("action", "lambda:InvokeFunction")
                .put("principal", "s3.amazonaws.com")
                .put("sourceArn", bucket + "uploads")
                .put("statementId", "from-uploads")
                .build(),
            Map.of(),
            Map.of(
                "statementId", map("statementId", "other"),
                "action", map("action", "lambda:InvokeAsync"),
                "principal", map("principal", "sns.amazonaws.com"),
                "sourceArn", map("sourceArn", bucket + "others"),
                "qualifier", map("qualifier", "1")),
            (aws, id) ->
                aws.lambda()
                    .removePermission(request -> request.functionName(function).statementId(id)),
            "",
            (aws, id) -> exists(aws, function, id))
        .importedAs(id -> function + "/" + id);
  }

  private static boolean exists(AwsClients aws, String function, String id) {
    try {
      return aws.lambda()
          .getPolicy(request -> request.functionName(function))
          .policy()
          .contains("\"" + id + "\"");
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
