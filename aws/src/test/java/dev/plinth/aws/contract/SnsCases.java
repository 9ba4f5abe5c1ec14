/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static java.util.Map.entry;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** SNS's topics, their policies and their subscriptions. */
final class SnsCases {
  private static final String TOPIC = "aws:sns/topic:Topic";

  private SnsCases() {}

  static ContractCase topic(Setting setting) {
    Surroundings there = setting.surroundings();
    String arn = there.arn("sns", "orders");
    return new ContractCase(
        TOPIC,
        PropertyMap.builder().put("name", "orders").build(),
        Map.ofEntries(
            entry("displayName", PropertyValue.of("Orders")),
            entry("kmsMasterKeyId", PropertyValue.of("alias/aws/sns")),
            entry("signatureVersion", PropertyValue.of(2)),
            entry("tracingConfig", PropertyValue.of("Active")),
            entry(
                "policy",
                PropertyValue.of(Documents.grant("s3.amazonaws.com", "sns:Publish", arn))),
            entry(
                "deliveryPolicy",
                PropertyValue.of("{\"http\":{\"defaultHealthyRetryPolicy\":{\"numRetries\":5}}}")),
            entry("lambdaSuccessFeedbackRoleArn", PropertyValue.of(there.role("orders"))),
            entry("sqsFailureFeedbackRoleArn", PropertyValue.of(there.role("orders"))),
            entry("httpSuccessFeedbackSampleRate", PropertyValue.of(50)),
            entry("tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build()))),
        Map.of("name", PropertyMap.builder().put("name", "other").build()),
        (aws, id) -> set(aws, id, "DisplayName", "theirs"),
        "displayName",
        SnsCases::exists);
  }

  static ContractCase fifo(Setting setting) {
    return new ContractCase(
        TOPIC,
        PropertyMap.builder().put("name", "orders.fifo").put("fifoTopic", true).build(),
        Map.of("contentBasedDeduplication", PropertyValue.of(true)),
        Map.of("name", PropertyMap.builder().put("name", "other.fifo").build()),
        (aws, id) -> set(aws, id, "ContentBasedDeduplication", "true"),
        "contentBasedDeduplication",
        SnsCases::exists);
  }

  static ContractCase policy(Setting setting) {
    String topic = given(setting);
    return new ContractCase(
        "aws:sns/topicPolicy:TopicPolicy",
        PropertyMap.builder()
            .put("arn", topic)
            .put("policy", Documents.grant("s3.amazonaws.com", "sns:Publish", topic))
            .build(),
        Map.of(
            "policy",
            PropertyValue.of(Documents.grant("events.amazonaws.com", "sns:Publish", topic))),
        Map.of("arn", PropertyMap.builder().put("arn", topic + "-2").build()),
        (aws, id) ->
            set(
                aws,
                id,
                "Policy",
                Documents.grant("cloudwatch.amazonaws.com", "sns:Publish", topic)),
        "policy",
        (aws, id) ->
            !aws.sns()
                .getTopicAttributes(get -> get.topicArn(id))
                .attributes()
                .get("Policy")
                .contains("__default_statement_ID"));
  }

  static ContractCase subscription(Setting setting) {
    String topic = given(setting);
    String queue = queue(setting, "orders");
    String deadLetters = queue(setting, "dead-letters");
    return new ContractCase(
        "aws:sns/topicSubscription:TopicSubscription",
        PropertyMap.builder()
            .put("topic", topic)
            .put("protocol", "sqs")
            .put("endpoint", queue)
            .build(),
        Map.of(
            "rawMessageDelivery", PropertyValue.of(true),
            "filterPolicy", PropertyValue.of("{\"kind\":[\"order\"]}"),
            "redrivePolicy", PropertyValue.of("{\"deadLetterTargetArn\":\"" + deadLetters + "\"}")),
        Map.of(
            "topic", PropertyMap.builder().put("topic", topic + "-2").build(),
            "endpoint", PropertyMap.builder().put("endpoint", queue + "-2").build()),
        (aws, id) ->
            aws.sns()
                .setSubscriptionAttributes(
                    set ->
                        set.subscriptionArn(id)
                            .attributeName("RawMessageDelivery")
                            .attributeValue("true")),
        "rawMessageDelivery",
        (aws, id) -> {
          try {
            aws.sns().getSubscriptionAttributes(get -> get.subscriptionArn(id));
            return true;
          } catch (NotFoundException e) {
            return false;
          }
        });
  }

  /** A subscription whose filter looks into bodies, where scope and policy depend on each other. */
  static ContractCase subscriptionToBodies(Setting setting) {
    ContractCase plain = subscription(setting);
    return new ContractCase(
        plain.type(),
        plain.inputs().toBuilder()
            .put("filterPolicy", "{\"order\":{\"state\":[\"paid\"]}}")
            .put("filterPolicyScope", "MessageBody")
            .build(),
        Map.of("filterPolicy", PropertyValue.of("{\"order\":{\"state\":[\"sent\"]}}")),
        plain.replacing(),
        plain.meddle(),
        plain.drifted(),
        plain.exists());
  }

  private static String given(Setting setting) {
    return setting
        .given(TOPIC, PropertyMap.builder().put("name", "orders").build())
        .text("arn")
        .filter(arn -> arn.startsWith("arn:"))
        .orElse(setting.surroundings().arn("sns", "orders"));
  }

  private static String queue(Setting setting, String name) {
    setting.given("aws:sqs/queue:Queue", PropertyMap.builder().put("name", name).build());
    return setting.surroundings().arn("sqs", name);
  }

  private static void set(AwsClients aws, String arn, String attribute, String value) {
    aws.sns()
        .setTopicAttributes(
            set -> set.topicArn(arn).attributeName(attribute).attributeValue(value));
  }

  private static boolean exists(AwsClients aws, String arn) {
    try {
      aws.sns().getTopicAttributes(get -> get.topicArn(arn));
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
