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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** SQS's queues and their documents. */
final class SqsCases {
  private static final String QUEUE = "aws:sqs/queue:Queue";

  private SqsCases() {}

  static ContractCase queue(Setting setting) {
    Surroundings there = setting.surroundings();
    PropertyMap inputs = PropertyMap.builder().put("name", "orders").build();
    return new ContractCase(
        QUEUE,
        inputs,
        Map.ofEntries(
            entry("delaySeconds", PropertyValue.of(10)),
            entry("maxMessageSize", PropertyValue.of(2048)),
            entry("messageRetentionSeconds", PropertyValue.of(600)),
            entry("receiveWaitTimeSeconds", PropertyValue.of(20)),
            entry("visibilityTimeoutSeconds", PropertyValue.of(180)),
            entry("kmsMasterKeyId", PropertyValue.of("alias/aws/sqs")),
            entry("kmsDataKeyReusePeriodSeconds", PropertyValue.of(600)),
            entry("sqsManagedSseEnabled", PropertyValue.of(false)),
            entry(
                "policy",
                PropertyValue.of(
                    Documents.grant(
                        "sns.amazonaws.com", "sqs:SendMessage", there.arn("sqs", "orders")))),
            entry("redrivePolicy", PropertyValue.of(redrive(deadLetters(setting)))),
            entry("redriveAllowPolicy", PropertyValue.of("{\"redrivePermission\":\"denyAll\"}")),
            entry("tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build()))),
        Map.of("name", PropertyMap.builder().put("name", "other").build()),
        (aws, url) -> set(aws, url, "VisibilityTimeout", "77"),
        "visibilityTimeoutSeconds",
        SqsCases::exists);
  }

  static ContractCase fifo(Setting setting) {
    return new ContractCase(
        QUEUE,
        PropertyMap.builder().put("name", "orders.fifo").put("fifoQueue", true).build(),
        Map.of(
            "contentBasedDeduplication", PropertyValue.of(true),
            "deduplicationScope", PropertyValue.of("messageGroup")),
        Map.of("name", PropertyMap.builder().put("name", "other.fifo").build()),
        (aws, url) -> set(aws, url, "ContentBasedDeduplication", "true"),
        "contentBasedDeduplication",
        SqsCases::exists);
  }

  static ContractCase policy(Setting setting) {
    String queue = given(setting, "orders").text("id").orElseThrow();
    String arn = setting.surroundings().arn("sqs", "orders");
    return document(
        "aws:sqs/queuePolicy:QueuePolicy",
        "policy",
        queue,
        List.of(
            Documents.grant("sns.amazonaws.com", "sqs:SendMessage", arn),
            Documents.grant("s3.amazonaws.com", "sqs:SendMessage", arn),
            Documents.grant("events.amazonaws.com", "sqs:SendMessage", arn)));
  }

  static ContractCase redrive(Setting setting) {
    String queue = given(setting, "orders").text("id").orElseThrow();
    String deadLetters = deadLetters(setting);
    return document(
        "aws:sqs/redrivePolicy:RedrivePolicy",
        "redrivePolicy",
        queue,
        List.of(redrive(deadLetters), redrive(deadLetters, 7), redrive(deadLetters, 9)));
  }

  static ContractCase redriveAllow(Setting setting) {
    String queue = given(setting, "orders-dead").text("id").orElseThrow();
    String source = setting.surroundings().arn("sqs", "orders");
    return document(
        "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
        "redriveAllowPolicy",
        queue,
        List.of(
            "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"" + source + "\"]}",
            "{\"redrivePermission\":\"denyAll\"}",
            "{\"redrivePermission\":\"allowAll\"}"));
  }

  /**
   * A document of a queue.
   *
   * @param texts what it is, what it becomes, and what somebody else makes of it
   */
  private static ContractCase document(
      String type, String property, String queue, List<String> texts) {
    String attribute = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    return new ContractCase(
        type,
        PropertyMap.builder().put("queueUrl", queue).put(property, texts.get(0)).build(),
        Map.of(property, PropertyValue.of(texts.get(1))),
        Map.of("queueUrl", PropertyMap.builder().put("queueUrl", queue + "-2").build()),
        (aws, url) -> set(aws, url, attribute, texts.get(2)),
        property,
        (aws, url) ->
            aws.sqs()
                .getQueueAttributes(get -> get.queueUrl(url).attributeNamesWithStrings("All"))
                .attributesAsStrings()
                .containsKey(attribute));
  }

  private static PropertyMap given(Setting setting, String name) {
    return setting.given(QUEUE, PropertyMap.builder().put("name", name).build());
  }

  private static String deadLetters(Setting setting) {
    return given(setting, "dead-letters").text("arn").orElseThrow();
  }

  private static String redrive(String target) {
    return redrive(target, 5);
  }

  private static String redrive(String target, int receives) {
    return "{\"deadLetterTargetArn\":\"" + target + "\",\"maxReceiveCount\":" + receives + "}";
  }

  private static void set(AwsClients aws, String url, String attribute, String value) {
    aws.sqs()
        .setQueueAttributes(
            set -> set.queueUrl(url).attributesWithStrings(Map.of(attribute, value)));
  }

  private static boolean exists(AwsClients aws, String url) {
    try {
      aws.sqs().getQueueAttributes(get -> get.queueUrl(url));
      return true;
    } catch (QueueDoesNotExistException e) {
      return false;
    }
  }
}
