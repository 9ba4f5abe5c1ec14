/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;
import static dev.plinth.aws.contract.Values.text;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Aliases. */
final class AliasCase {
  private AliasCase() {}

  static ContractCase live(Setting setting) {
    String function = FunctionCase.given(setting).text("name").orElseThrow();
    setting.act(
        aws ->
            aws.lambda()
                .updateFunctionCode(
                    code ->
                        code.functionName(function)
                            .s3Bucket(setting.surroundings().bucket())
                            .s3Key("orders-2.jar")
                            .publish(true)));
    return new ContractCase(
            "aws:lambda/alias:Alias",
            PropertyMap.builder()
                .put("functionName", function)
                .put("name", "live")
                .put("functionVersion", "1")
                .build(),
            Map.of(
                "description", text("What callers see"),
                "functionVersion", text("2"),
                "routingConfig", weights()),
            Map.of("name", map("name", "other")),
            (aws, arn) ->
                aws.lambda()
                    .updateAlias(
                        request ->
                            request.functionName(function).name("live").description("meddled")),
            "description",
            (aws, arn) -> exists(aws, function))
        .importedAs(arn -> function + "/live");
  }

  private static PropertyValue weights() {
    return object("additionalVersionWeights", PropertyValue.of(map("2", PropertyValue.of(0.25))));
  }

  private static boolean exists(AwsClients aws, String function) {
    try {
      aws.lambda().getAlias(request -> request.functionName(function).name("live"));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
