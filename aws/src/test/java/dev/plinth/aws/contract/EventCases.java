/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;
import static dev.plinth.aws.contract.Values.text;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Event buses, rules and targets. */
final class EventCases {
  private static final String PATTERN = "{\"source\": [\"shop.orders\"]}";

  private EventCases() {}

  static ContractCase bus(Setting setting) {
    Surroundings there = setting.surroundings();
    return new ContractCase(
        "aws:cloudwatch/eventBus:EventBus",
        map("name", "shop"),
        Map.of(
            "description", text("Ours"),
            "deadLetterConfig", object("arn", there.arn("sqs", "dead")),
            "tags", object("team", "shop")),
        Map.of("name", map("name", "other")),
        (aws, name) ->
            aws.events().updateEventBus(update -> update.name(name).description("meddled")),
        "description",
        (aws, name) -> found(() -> aws.events().describeEventBus(read -> read.name(name))));
  }

  static ContractCase rule(Setting setting) {
    return new ContractCase(
        "aws:cloudwatch/eventRule:EventRule",
        PropertyMap.builder().put("name", "orders").put("eventPattern", PATTERN).build(),
        Map.of(
            "eventPattern", text("{\"source\": [{\"prefix\": \"shop.\"}]}"),
            "scheduleExpression", text("rate(5 minutes)"),
            "description", text("Orders come in"),
            "isEnabled", PropertyValue.of(false),
            "forceDestroy", PropertyValue.of(true),
            "tags", object("team", "shop")),
        Map.of("name", map("name", "other")),
        (aws, name) ->
            aws.events().putRule(put -> put.name(name).eventPattern("{\"source\": [\"other\"]}")),
        "eventPattern",
        (aws, name) -> found(() -> aws.events().describeRule(read -> read.name(name))));
  }

  static ContractCase target(Setting setting) {
    Surroundings there = setting.surroundings();
    setting.given("aws:cloudwatch/eventBus:EventBus", map("name", "shop"));
    setting.given(
        "aws:cloudwatch/eventRule:EventRule",
        PropertyMap.builder()
            .put("name", "orders")
            .put("eventBusName", "shop")
            .put("eventPattern", PATTERN)
            .build());
    return new ContractCase(
            "aws:cloudwatch/eventTarget:EventTarget",
            PropertyMap.builder()
                .put("rule", "orders")
                .put("eventBusName", "shop")
                .put("targetId", "queue")
                .put("arn", there.arn("sqs", "orders"))
                .build(),
            Map.of(
                "arn", text(there.arn("sqs", "others")),
                "input", text("{\"a\": 1}"),
                "inputPath", text("$.detail"),
                "inputTransformer", transformer(),
                "deadLetterConfig", object("arn", there.arn("sqs", "dead")),
                "retryPolicy", PropertyValue.of(retryPolicy()),
                "forceDestroy", PropertyValue.of(true)),
            Map.of("targetId", map("targetId", "other"), "rule", map("rule", "other")),
            (aws, id) ->
                aws.events()
                    .putTargets(
                        put ->
                            put.rule("orders")
                                .eventBusName("shop")
                                .targets(
                                    Target.builder()
                                        .id("queue")
                                        .arn(there.arn("sqs", "meddled"))
                                        .build())),
            "arn",
            (aws, id) -> hasTarget(aws))
        .importedAs(id -> "shop/orders/queue");
  }

  private static PropertyMap retryPolicy() {
    return PropertyMap.builder()
        .put("maximumRetryAttempts", 3)
        .put("maximumEventAgeInSeconds", 3600)
        .build();
  }

  private static PropertyValue transformer() {
    return PropertyValue.of(
        PropertyMap.builder()
            .put("inputPaths", map("id", "$.detail.id"))
            .put("inputTemplate", "{\"id\": <id>}")
            .build());
  }

  private static boolean hasTarget(AwsClients aws) {
    return !aws.events()
        .listTargetsByRule(read -> read.rule("orders").eventBusName("shop"))
        .targets()
        .isEmpty();
  }

  private static boolean found(Runnable read) {
    try {
      read.run();
      return true;
    } catch (EventBridgeException e) {
      return false;
    }
  }
}
