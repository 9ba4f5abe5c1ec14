/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sqs;

import dev.plinth.aws.resource.AttributeNames;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue's properties as SQS's attributes, all of which are strings. */
final class QueueAttributes {
  static final AttributeNames<QueueAttributeName> NAMES =
      new AttributeNames<>(
          Map.ofEntries(
              Map.entry("delaySeconds", QueueAttributeName.DELAY_SECONDS),
              Map.entry("maxMessageSize", QueueAttributeName.MAXIMUM_MESSAGE_SIZE),
              Map.entry("messageRetentionSeconds", QueueAttributeName.MESSAGE_RETENTION_PERIOD),
              Map.entry(
                  "receiveWaitTimeSeconds", QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS),
              Map.entry("visibilityTimeoutSeconds", QueueAttributeName.VISIBILITY_TIMEOUT),
              Map.entry("fifoQueue", QueueAttributeName.FIFO_QUEUE),
              Map.entry(
                  "contentBasedDeduplication", QueueAttributeName.CONTENT_BASED_DEDUPLICATION),
              Map.entry("deduplicationScope", QueueAttributeName.DEDUPLICATION_SCOPE),
              Map.entry("fifoThroughputLimit", QueueAttributeName.FIFO_THROUGHPUT_LIMIT),
              Map.entry("kmsMasterKeyId", QueueAttributeName.KMS_MASTER_KEY_ID),
              Map.entry(
                  "kmsDataKeyReusePeriodSeconds",
                  QueueAttributeName.KMS_DATA_KEY_REUSE_PERIOD_SECONDS),
              Map.entry("sqsManagedSseEnabled", QueueAttributeName.SQS_MANAGED_SSE_ENABLED),
              Map.entry("policy", QueueAttributeName.POLICY),
              Map.entry("redrivePolicy", QueueAttributeName.REDRIVE_POLICY),
              Map.entry("redriveAllowPolicy", QueueAttributeName.REDRIVE_ALLOW_POLICY)));

  /** Means something only with a key of one's own, and is not told without one. */
  static final QueueAttributeName OF_OWN_KEY = QueueAttributeName.KMS_DATA_KEY_REUSE_PERIOD_SECONDS;

  private static final String KEY_REUSE = "kmsDataKeyReusePeriodSeconds";
  private static final int DEFAULT_KEY_REUSE = 300;

  /** What only a FIFO queue has; SQS refuses them for others, even when they say no. */
  private static final Set<String> OF_FIFO = Set.of("fifoQueue", "contentBasedDeduplication");

  private QueueAttributes() {}

  /** The attributes to create a queue with. */
  static Map<QueueAttributeName, String> of(PropertyMap inputs) {
    boolean fifo = inputs.bool("fifoQueue").orElse(false);
    return NAMES.of(
        inputs,
        NAMES.properties().stream().filter(name -> fifo || !OF_FIFO.contains(name)).toList());
  }

  /** The attributes that an update sets; what is no longer wanted is set to nothing. */
  static Map<QueueAttributeName, String> changed(Change change) {
    TreeSet<String> names = new TreeSet<>(NAMES.properties());
    names.retainAll(change.changed());
    Map<QueueAttributeName, String> attributes = NAMES.of(change.newInputs(), names);
    if (names.contains("kmsMasterKeyId")) {
      attributes.putIfAbsent(QueueAttributeName.KMS_MASTER_KEY_ID, "");
    }
    return attributes;
  }

  /** The properties that attributes stand for. */
  static void put(
      PropertyMap.Builder outputs, Map<QueueAttributeName, String> attributes, Prior prior) {
    if (!attributes.containsKey(OF_OWN_KEY)) {
      outputs.put(KEY_REUSE, prior.said(KEY_REUSE).orElse(PropertyValue.of(DEFAULT_KEY_REUSE)));
    }
    NAMES.put(outputs, QueueType.SCHEMA.shape(), attributes);
    outputs.put("arn", attributes.getOrDefault(QueueAttributeName.QUEUE_ARN, ""));
    for (String flag : List.of("fifoQueue", "contentBasedDeduplication", "sqsManagedSseEnabled")) {
      if (!attributes.containsKey(NAMES.attribute(flag))) {
        outputs.put(flag, false);
      }
    }
  }
}
