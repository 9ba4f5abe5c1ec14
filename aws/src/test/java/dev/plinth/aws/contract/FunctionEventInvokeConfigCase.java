/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Event invoke configurations. */
final class FunctionEventInvokeConfigCase {
  private FunctionEventInvokeConfigCase() {}

  static ContractCase ofFunction(Setting setting) {
    String function = FunctionCase.given(setting).text("name").orElseThrow();
    return new ContractCase(
        "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
        map("functionName", function),
        Map.of(
            "maximumEventAgeInSeconds", PropertyValue.of(120),
            "maximumRetryAttempts", PropertyValue.of(0),
            "destinationConfig", destinations(setting)),
        Map.of("qualifier", map("qualifier", "1")),
        (aws, id) ->
            aws.lambda()
                .putFunctionEventInvokeConfig(
                    request -> request.functionName(function).maximumRetryAttempts(1)),
        "maximumRetryAttempts",
        FunctionEventInvokeConfigCase::exists);
  }

  private static PropertyValue destinations(Setting setting) {
    String queue = setting.surroundings().arn("sqs", "tasks");
    return object("onFailure", object("destination", queue));
  }

  private static boolean exists(AwsClients aws, String function) {
    try {
      aws.lambda().getFunctionEventInvokeConfig(request -> request.functionName(function));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
