/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;

/** Provisioned concurrency. */
final class ProvisionedConcurrencyConfigCase {
  private ProvisionedConcurrencyConfigCase() {}

  static ContractCase ofVersion(Setting setting) {
    String function = FunctionCase.given(setting).text("name").orElseThrow();
    return new ContractCase(
        "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
        PropertyMap.builder()
            .put("functionName", function)
            .put("qualifier", "1")
            .put("provisionedConcurrentExecutions", 1)
            .build(),
        Map.of(
            "provisionedConcurrentExecutions", PropertyValue.of(2),
            "skipDestroy", PropertyValue.of(true)),
        Map.of("qualifier", map("qualifier", "live")),
        (aws, id) ->
            aws.lambda()
                .putProvisionedConcurrencyConfig(
                    request ->
                        request
                            .functionName(function)
                            .qualifier("1")
                            .provisionedConcurrentExecutions(3)),
        "provisionedConcurrentExecutions",
        (aws, id) -> exists(aws, function));
  }

  private static boolean exists(AwsClients aws, String function) {
    try {
      aws.lambda()
          .getProvisionedConcurrencyConfig(
              request -> request.functionName(function).qualifier("1"));
      return true;
    } catch (ProvisionedConcurrencyConfigNotFoundException e) {
      return false;
    }
  }
}
