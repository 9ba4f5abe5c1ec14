/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.text;
import static dev.plinth.aws.contract.Values.texts;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Function URLs. */
final class FunctionUrlCase {
  private FunctionUrlCase() {}

  static ContractCase signed(Setting setting) {
    String function = FunctionCase.given(setting).text("name").orElseThrow();
    return new ContractCase(
        "aws:lambda/functionUrl:FunctionUrl",
        PropertyMap.builder()
            .put("functionName", function)
            .put("authorizationType", "AWS_IAM")
            .build(),
        Map.of(
            "authorizationType", text("NONE"),
            "invokeMode", text("RESPONSE_STREAM"),
            "cors", cors()),
        Map.of("qualifier", map("qualifier", "live")),
        (aws, id) ->
            aws.lambda()
                .updateFunctionUrlConfig(
                    request -> request.functionName(function).authType("NONE")),
        "authorizationType",
        FunctionUrlCase::exists);
  }

  private static PropertyValue cors() {
    return PropertyValue.of(
        PropertyMap.builder()
            .put("allowOrigins", texts("https://shop.example"))
            .put("allowMethods", texts("GET", "POST"))
            .put("allowHeaders", texts("content-type"))
            .put("allowCredentials", true)
            .put("maxAge", 600)
            .build());
  }

  private static boolean exists(AwsClients aws, String function) {
    try {
      aws.lambda().getFunctionUrlConfig(request -> request.functionName(function));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
