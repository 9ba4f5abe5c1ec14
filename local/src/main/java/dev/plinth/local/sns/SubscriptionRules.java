/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import com.google.gson.JsonParser;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What SNS takes for a subscription.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html">Subscribe</a>
 */
final class SubscriptionRules {
  private static final Set<String> PROTOCOLS =
      Set.of(
          "sqs",
          "lambda",
          "http",
          "https",
          "email",
          "email-json",
          "sms",
          "firehose",
          "application");

  /** Those that somebody has to confirm. */
  private static final Set<String> CONFIRMED_BY_HAND =
      Set.of("http", "https", "email", "email-json");

  private static final Set<String> DOCUMENTS =
      Set.of("FilterPolicy", "RedrivePolicy", "DeliveryPolicy", "ReplayPolicy");

  private final Catalogue catalogue;

  SubscriptionRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static boolean needsConfirmation(String protocol) {
    return CONFIRMED_BY_HAND.contains(protocol);
  }

  /** Checks who is subscribed by what, whether or not that exists: SNS does not look. */
  void checkEndpoint(@Nullable String protocol, @Nullable String endpoint, boolean fifo) {
    if (protocol == null || !PROTOCOLS.contains(protocol)) {
      throw SnsFault.invalidParameter("Does not support this protocol string: " + protocol);
    }
    String where = endpoint == null ? "" : endpoint;
    boolean right =
        switch (protocol) {
          case "sqs", "lambda", "firehose" ->
              where.startsWith("arn:") && where.contains(":" + protocol + ":");
          case "http" -> where.startsWith("http://");
          case "https" -> where.startsWith("https://");
          case "email", "email-json" -> where.indexOf('@') > 0;
          default -> !where.isEmpty();
        };
    if (!right) {
      throw SnsFault.invalidParameter(
          "Endpoint Reason: Please use a valid endpoint for the protocol " + protocol);
    }
    if (where.endsWith(".fifo") && protocol.equals("sqs") && !fifo) {
      throw SnsFault.invalidParameter(
          "Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
    }
  }

  void check(Attributed subscription, @Nullable String name, String value, String call) {
    if (name != null && DOCUMENTS.contains(name)) {
      if (!value.isEmpty() && !JsonText.isObject(value)) {
        throw SnsFault.invalidParameter(name + ": failed to parse JSON.");
      }
      if (name.equals("RedrivePolicy") && !value.isEmpty()) {
        deadLetterQueue(value, call);
      }
      return;
    }
    boolean right =
        switch (String.valueOf(name)) {
          case "RawMessageDelivery" -> value.equals("true") || value.equals("false");
          case "FilterPolicyScope" ->
              value.equals("MessageAttributes") || value.equals("MessageBody");
          case "SubscriptionRoleArn" -> value.isEmpty() || value.startsWith("arn:");
          default -> throw SnsFault.invalidParameter("AttributeName");
        };
    if (!right) {
      throw SnsFault.invalidParameter(
          "Attributes Reason: " + name + ": Invalid value [" + value + "]");
    }
    boolean raw = "RawMessageDelivery".equals(name) && value.equals("true");
    String protocol = subscription.attribute("Protocol");
    if (raw && !Set.of("sqs", "http", "https", "firehose").contains(protocol)) {
      throw SnsFault.invalidParameter(
          "Attributes Reason: Delivery protocol ["
              + protocol
              + "] does not support raw message delivery.");
    }
  }

  private void deadLetterQueue(String document, String call) {
    var target = JsonParser.parseString(document).getAsJsonObject().get("deadLetterTargetArn");
    if (target == null || !target.getAsString().contains(":sqs:")) {
      throw SnsFault.invalidParameter(
          "RedrivePolicy: deadLetterTargetArn is not a valid SQS queue ARN");
    }
    catalogue.require(
        ResourceKind.QUEUE,
        target.getAsString(),
        call,
        () -> SnsFault.invalidParameter("RedrivePolicy: deadLetterTargetArn does not exist"));
  }
}
