/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import dev.plinth.local.account.PolicyGrammar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What SNS takes for a topic's attributes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">SetTopicAttributes</a>
 */
final class TopicRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final Pattern FIFO_NAME = Pattern.compile("[A-Za-z0-9_-]{1,251}\\.fifo");
  private static final int LONGEST_DISPLAY_NAME = 100;

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "FifoTopic", List.of("true", "false"),
          "ContentBasedDeduplication", List.of("true", "false"),
          "FifoThroughputScope", List.of("Topic", "MessageGroup"),
          "SignatureVersion", List.of("1", "2"),
          "TracingConfig", List.of("PassThrough", "Active"));

  private static final Set<String> OF_FIFO =
      Set.of("ContentBasedDeduplication", "FifoThroughputScope", "ArchivePolicy");

  private static final Set<String> DOCUMENTS = Set.of("DeliveryPolicy", "ArchivePolicy");
  private static final Set<String> OTHERS = Set.of("DisplayName", "KmsMasterKeyId", "Policy");
  private static final Pattern FEEDBACK =
      Pattern.compile(
          "(Application|Firehose|HTTP|Lambda|SQS)"
              + "(SuccessFeedbackRoleArn|FailureFeedbackRoleArn|SuccessFeedbackSampleRate)");

  private TopicRules() {}

  static void checkName(@Nullable String name, boolean fifo) {
    if (name == null || !(fifo ? FIFO_NAME : NAME).matcher(name).matches()) {
      throw SnsFault.invalidParameter(
          fifo
              ? "Fifo Topic names must end with .fifo and must be made up of only uppercase and"
                  + " lowercase ASCII letters, numbers, underscores, and hyphens, and must be"
                  + " between 1 and 256 characters long."
              : "Topic Name");
    }
  }

  static void check(Attributed topic, @Nullable String name, String value) {
    String attribute = String.valueOf(name);
    boolean known =
        name != null
            && (WORDS.containsKey(name)
                || DOCUMENTS.contains(name)
                || OTHERS.contains(name)
                || FEEDBACK.matcher(name).matches());
    if (!known) {
      throw SnsFault.invalidParameter("AttributeName");
    }
    if (OF_FIFO.contains(name) && !topic.isTrue("FifoTopic")) {
      throw SnsFault.invalidParameter("Attribute " + name + " is not supported on standard topics");
    }
    if (!value.isEmpty() && !isValid(attribute, value)) {
      throw SnsFault.invalidParameter("Attributes Reason: " + name + ": invalid value");
    }
  }

  private static boolean isValid(String name, String value) {
    List<String> words = WORDS.get(name);
    if (words != null) {
      return words.contains(value);
    }
    if (DOCUMENTS.contains(name)) {
      return JsonText.isObject(value);
    }
    return switch (name) {
      case "Policy" -> PolicyGrammar.RESOURCE.problem(value).isEmpty();
      case "DisplayName" -> value.length() <= LONGEST_DISPLAY_NAME;
      default ->
          !name.endsWith("SampleRate")
              || (value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= 100);
    };
  }
}
