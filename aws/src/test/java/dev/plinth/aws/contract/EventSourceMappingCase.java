/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;
import static dev.plinth.aws.contract.Values.objects;
import static dev.plinth.aws.contract.Values.text;
import static dev.plinth.aws.contract.Values.texts;
import static java.util.Map.entry;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Event source mappings. */
final class EventSourceMappingCase {
  private EventSourceMappingCase() {}

  static ContractCase fromQueue(Setting setting) {
    Surroundings there = setting.surroundings();
    String function = FunctionCase.given(setting).text("name").orElseThrow();
    return new ContractCase(
        "aws:lambda/eventSourceMapping:EventSourceMapping",
        PropertyMap.builder()
            .put("functionName", function)
            .put("eventSourceArn", there.arn("sqs", "tasks"))
            .build(),
        Map.ofEntries(
            entry("enabled", PropertyValue.of(false)),
            entry("batchSize", PropertyValue.of(5)),
            entry("maximumBatchingWindowInSeconds", PropertyValue.of(20)),
            entry("filterCriteria", object("filters", objects(map("pattern", "{\"body\":[1]}")))),
            entry("functionResponseTypes", texts("ReportBatchItemFailures")),
            entry("scalingConfig", object("maximumConcurrency", PropertyValue.of(5))),
            entry("metricsConfig", object("metrics", texts("EventCount"))),
            entry("kmsKeyArn", text(there.arn("kms", "key/1"))),
            entry("tags", object("team", "shop"))),
        Map.of(
            "eventSourceArn", map("eventSourceArn", there.arn("sqs", "other-tasks")),
            "startingPosition", map("startingPosition", "LATEST")),
        (aws, uuid) ->
            aws.lambda().updateEventSourceMapping(request -> request.uuid(uuid).enabled(false)),
        "enabled",
        EventSourceMappingCase::exists);
  }

  private static boolean exists(AwsClients aws, String uuid) {
    try {
      aws.lambda().getEventSourceMapping(request -> request.uuid(uuid));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
