/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;
import static dev.plinth.aws.contract.Values.text;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

/** Step Functions' state machines. */
final class StateMachineCases {
  private StateMachineCases() {}

  static ContractCase standard(Setting setting) {
    Surroundings there = setting.surroundings();
    return new ContractCase(
        "aws:sfn/stateMachine:StateMachine",
        PropertyMap.builder()
            .put("name", "pipeline")
            .put("definition", definition("Begin"))
            .put("roleArn", there.role("orders"))
            .build(),
        Map.of(
            "definition", text(definition("Start")),
            "roleArn", text(there.role("other")),
            "loggingConfiguration", PropertyValue.of(logging(there)),
            "tracingConfiguration", object("enabled", PropertyValue.of(true)),
            "encryptionConfiguration", PropertyValue.of(encryption(there)),
            "publish", PropertyValue.of(true),
            "tags", object("team", "shop")),
        Map.of("name", map("name", "other"), "type", map("type", "EXPRESS")),
        (aws, arn) ->
            states(aws)
                .updateStateMachine(
                    update -> update.stateMachineArn(arn).definition(definition("Meddled"))),
        "definition",
        StateMachineCases::exists);
  }

  /** A machine of one state, in the writing of a program. */
  static String definition(String state) {
    return "{\n  \"StartAt\": \""
        + state
        + "\",\n  \"States\": {\""
        + state
        + "\": {\"Type\": \"Pass\", \"End\": true}}\n}";
  }

  private static PropertyMap logging(Surroundings there) {
    return PropertyMap.builder()
        .put("level", "ERROR")
        .put("includeExecutionData", true)
        .put("logDestination", there.arn("logs", "log-group:/aws/vendedlogs/states/pipeline:*"))
        .build();
  }

  private static PropertyMap encryption(Surroundings there) {
    return PropertyMap.builder()
        .put("type", "CUSTOMER_MANAGED_KMS_KEY")
        .put("kmsKeyId", there.arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"))
        .put("kmsDataKeyReusePeriodSeconds", 600)
        .build();
  }

  private static boolean exists(AwsClients aws, String arn) {
    try {
      states(aws).describeStateMachine(request -> request.stateMachineArn(arn));
      return true;
    } catch (StateMachineDoesNotExistException e) {
      return false;
    }
  }

  private static SfnClient states(AwsClients aws) {
    return aws.of(AwsService.STEP_FUNCTIONS);
  }
}
