/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.resource.AttributeNames;
import dev.plinth.aws.resource.Change;
import dev.plinth.engine.value.PropertyMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** A subscription's properties as SNS's attributes, all of which are strings. */
final class SubscriptionAttributes {
  static final AttributeNames<String> NAMES =
      new AttributeNames<>(
          Map.of(
              "rawMessageDelivery", "RawMessageDelivery",
              "filterPolicy", "FilterPolicy",
              "filterPolicyScope", "FilterPolicyScope",
              "redrivePolicy", "RedrivePolicy",
              "deliveryPolicy", "DeliveryPolicy",
              "replayPolicy", "ReplayPolicy",
              "subscriptionRoleArn", "SubscriptionRoleArn"));

  private static final String SCOPE = "FilterPolicyScope";

  /** A policy that lets everything through, which is how one is taken back. */
  private static final String NO_FILTER = "{}";

  private SubscriptionAttributes() {}

  /** The attributes to subscribe with. */
  static Map<String, String> of(PropertyMap inputs) {
    Map<String, String> attributes = NAMES.of(inputs, NAMES.properties());
    attributes.remove("RawMessageDelivery", "false"); // as it is without being said
    return attributes;
  }

  /**
   * The attributes that an update sets, in the order that SNS needs: a policy on bodies only once
   * the scope allows it, a scope of attributes only once the policy does.
   */
  static Map<String, String> changed(Change change) {
    TreeSet<String> names = new TreeSet<>(NAMES.properties());
    names.retainAll(change.changed());
    Map<String, String> wanted = NAMES.of(change.newInputs(), names);
    names.forEach(name -> wanted.putIfAbsent(NAMES.attribute(name), nothing(name)));
    Map<String, String> ordered = new LinkedHashMap<>();
    if ("MessageBody".equals(wanted.get(SCOPE))) {
      ordered.put(SCOPE, "MessageBody");
    }
    wanted.forEach(
        (name, value) -> {
          if (!name.equals(SCOPE)) {
            ordered.put(name, value);
          }
        });
    if (wanted.containsKey(SCOPE)) {
      ordered.putIfAbsent(SCOPE, wanted.get(SCOPE));
    }
    return ordered;
  }

  /** How SNS is told that an attribute is no longer wanted. */
  private static String nothing(String property) {
    return switch (property) {
      case "filterPolicy" -> NO_FILTER;
      case "filterPolicyScope" -> "MessageAttributes";
      case "rawMessageDelivery" -> "false";
      default -> "";
    };
  }

  /** The properties that attributes stand for. */
  static void put(PropertyMap.Builder outputs, Map<String, String> attributes) {
    Map<String, String> set = new LinkedHashMap<>(attributes);
    set.remove("FilterPolicy", NO_FILTER);
    NAMES.put(outputs, TopicSubscriptionType.SCHEMA.shape(), set);
    if (!attributes.containsKey("RawMessageDelivery")) {
      outputs.put("rawMessageDelivery", false);
    }
    outputs
        .put("topic", attributes.getOrDefault("TopicArn", ""))
        .put("protocol", attributes.getOrDefault("Protocol", ""))
        .put("endpoint", attributes.getOrDefault("Endpoint", ""))
        .put("arn", attributes.getOrDefault("SubscriptionArn", ""))
        .put("ownerId", attributes.getOrDefault("Owner", ""))
        .put("pendingConfirmation", isTrue(attributes, "PendingConfirmation"))
        .put("confirmationWasAuthenticated", isTrue(attributes, "ConfirmationWasAuthenticated"));
  }

  static boolean isTrue(Map<String, String> attributes, String name) {
    return Boolean.parseBoolean(attributes.get(name));
  }
}
