/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;

/** One topic's attributes in SNS. */
final class TopicAccess {
  private final SnsClient sns;
  private final Operation operation;
  private final String arn;

  TopicAccess(SnsClient sns, Operation operation, String arn) {
    this.sns = sns;
    this.operation = operation;
    this.arn = arn;
  }

  /** All attributes; empty when there is no such topic. */
  Optional<Map<String, String>> find() {
    return operation
        .ifThere("GetTopicAttributes", () -> sns.getTopicAttributes(get -> get.topicArn(arn)))
        .map(GetTopicAttributesResponse::attributes);
  }

  /** The attributes of a topic that was just made or changed. */
  Map<String, String> await() {
    return operation.await("visible", Optional.empty(), this::find, found -> found);
  }

  /** Sets attributes, one call each. */
  void set(Map<String, String> attributes) {
    attributes.forEach(this::set);
  }

  void set(String attribute, String value) {
    operation.call(
        "SetTopicAttributes",
        RetryRules.TOPIC,
        () -> sns.setTopicAttributes(request(attribute, value)));
  }

  /** Sets an attribute of a topic that may be gone. */
  void setIfThere(String attribute, String value) {
    operation.ifThere(
        "SetTopicAttributes",
        RetryRules.TOPIC,
        () -> sns.setTopicAttributes(request(attribute, value)));
  }

  private SetTopicAttributesRequest request(String attribute, String value) {
    return SetTopicAttributesRequest.builder()
        .topicArn(arn)
        .attributeName(attribute)
        .attributeValue(value)
        .build();
  }
}
