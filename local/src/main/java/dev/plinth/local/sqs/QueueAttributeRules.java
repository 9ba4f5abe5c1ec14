/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import dev.plinth.local.account.PolicyGrammar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What SQS takes for a queue's attributes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">SetQueueAttributes</a>
 */
final class QueueAttributeRules {
  /** What a queue has that nobody set. */
  static final Map<String, String> DEFAULTS =
      Map.of(
          "DelaySeconds", "0",
          "MaximumMessageSize", "1048576",
          "MessageRetentionPeriod", "345600",
          "ReceiveMessageWaitTimeSeconds", "0",
          "VisibilityTimeout", "30",
          "SqsManagedSseEnabled", "true");

  private static final Map<String, Range> RANGES =
      Map.of(
          "DelaySeconds", new Range(0, 900),
          "MaximumMessageSize", new Range(1024, 1_048_576),
          "MessageRetentionPeriod", new Range(60, 1_209_600),
          "ReceiveMessageWaitTimeSeconds", new Range(0, 20),
          "VisibilityTimeout", new Range(0, 43_200),
          "KmsDataKeyReusePeriodSeconds", new Range(60, 86_400));

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "SqsManagedSseEnabled", List.of("true", "false"),
          "FifoQueue", List.of("true"),
          "ContentBasedDeduplication", List.of("true", "false"),
          "DeduplicationScope", List.of("queue", "messageGroup"),
          "FifoThroughputLimit", List.of("perQueue", "perMessageGroupId"));

  private static final Set<String> OF_FIFO =
      Set.of("FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit");

  private static final Set<String> OTHERS =
      Set.of("KmsMasterKeyId", "Policy", "RedrivePolicy", "RedriveAllowPolicy");

  private record Range(int least, int most) {
    boolean holds(String value) {
      try {
        int number = Integer.parseInt(value);
        return number >= least && number <= most;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  private QueueAttributeRules() {}

  /** Checks attributes by themselves; an empty one asks for the default. */
  static void check(String queue, Map<String, String> attributes) {
    attributes.forEach(
        (name, value) -> {
          if (!RANGES.containsKey(name) && !WORDS.containsKey(name) && !OTHERS.contains(name)) {
            throw SqsFault.unknownAttribute(name);
          }
          if (OF_FIFO.contains(name) && !QueueNames.isFifo(queue)) {
            throw SqsFault.unknownAttribute(name);
          }
          if (!value.isEmpty() && !isValid(name, value)) {
            throw SqsFault.invalidValue(name);
          }
        });
  }

  /** The attributes with what follows from one for another: there is one way to encrypt. */
  static Map<String, String> complete(Map<String, String> attributes) {
    TreeMap<String, String> complete = new TreeMap<>(attributes);
    if (!attributes.getOrDefault("KmsMasterKeyId", "").isEmpty()) {
      complete.put("SqsManagedSseEnabled", "false");
    } else if ("true".equals(attributes.get("SqsManagedSseEnabled"))) {
      complete.put("KmsMasterKeyId", "");
    }
    return complete;
  }

  private static boolean isValid(String name, String value) {
    Range range = RANGES.get(name);
    if (range != null) {
      return range.holds(value);
    }
    List<String> words = WORDS.get(name);
    if (words != null) {
      return words.contains(value);
    }
    return !name.equals("Policy") || PolicyGrammar.RESOURCE.problem(value).isEmpty();
  }
}
