/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sqs;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.document.PolicyDocument;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** One queue's attributes in SQS. */
final class QueueAccess {
  private final SqsClient sqs;
  private final Operation operation;
  private final String url;

  QueueAccess(SqsClient sqs, Operation operation, String url) {
    this.sqs = sqs;
    this.operation = operation;
    this.url = url;
  }

  /** All attributes; empty when there is no such queue. */
  Optional<Map<QueueAttributeName, String>> find() {
    return find(QueueAttributeName.ALL);
  }

  /** One attribute, or all; empty when there is no such queue. */
  Optional<Map<QueueAttributeName, String>> find(QueueAttributeName name) {
    return operation
        .ifThere(
            "GetQueueAttributes",
            () -> sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(name)))
        .map(GetQueueAttributesResponse::attributes);
  }

  void set(Map<QueueAttributeName, String> attributes) {
    operation.call(
        "SetQueueAttributes",
        RetryRules.QUEUE,
        () -> sqs.setQueueAttributes(set -> set.queueUrl(url).attributes(attributes)));
  }

  /** Waits until the queue says what was set: SQS takes up to a minute to spread it. */
  Map<QueueAttributeName, String> await(Map<QueueAttributeName, String> wanted) {
    return operation.await(
        "as asked for",
        Optional.empty(),
        this::find,
        found -> found.filter(attributes -> QueueAccess.says(attributes, wanted)));
  }

  static boolean says(
      Map<QueueAttributeName, String> attributes, Map<QueueAttributeName, String> wanted) {
    boolean ownKey = attributes.containsKey(QueueAttributeName.KMS_MASTER_KEY_ID);
    return wanted.entrySet().stream()
        .filter(each -> ownKey || each.getKey() != QueueAttributes.OF_OWN_KEY)
        .allMatch(
            each ->
                same(each.getKey(), attributes.getOrDefault(each.getKey(), ""), each.getValue()));
  }

  private static boolean same(QueueAttributeName name, String actual, String wanted) {
    return switch (name) {
      case POLICY -> PolicyDocument.same(actual, wanted);
      case REDRIVE_POLICY, REDRIVE_ALLOW_POLICY -> QueueDocuments.same(actual, wanted);
      default -> actual.equals(wanted);
    };
  }
}
