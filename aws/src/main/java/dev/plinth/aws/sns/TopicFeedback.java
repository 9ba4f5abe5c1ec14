/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ValueRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The logging of deliveries, by the protocol that they are made with. */
final class TopicFeedback {
  /** How a protocol begins a property's name, and how it begins an attribute's. */
  private static final Map<String, String> PROTOCOLS =
      Map.of(
          "application", "Application",
          "firehose", "Firehose",
          "http", "HTTP",
          "lambda", "Lambda",
          "sqs", "SQS");

  private static final String SUCCESS = "SuccessFeedbackRoleArn";
  private static final String FAILURE = "FailureFeedbackRoleArn";
  private static final String RATE = "SuccessFeedbackSampleRate";

  private TopicFeedback() {}

  static Property[] properties() {
    List<Property> properties = new ArrayList<>();
    for (String protocol : new TreeSet<>(PROTOCOLS.keySet())) {
      properties.add(Property.string(protocol + SUCCESS).where(ValueRules.arn("iam")));
      properties.add(Property.string(protocol + FAILURE).where(ValueRules.arn("iam")));
      properties.add(Property.integer(protocol + RATE).where(ValueRules.range(0, 100)));
    }
    return properties.toArray(Property[]::new);
  }

  /** The attributes by property. */
  static Map<String, String> attributes() {
    TreeMap<String, String> attributes = new TreeMap<>();
    PROTOCOLS.forEach(
        (property, attribute) -> {
          for (String what : List.of(SUCCESS, FAILURE, RATE)) {
            attributes.put(property + what, attribute + what);
          }
        });
    return attributes;
  }
}
