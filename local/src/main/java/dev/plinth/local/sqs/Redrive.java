/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import java.util.Map;

/** What SQS takes for redrive policies: the dead-letter queue, and who may use a queue as one. */
final class Redrive {
  private static final int MOST_SOURCES = 10;
  private static final int MOST_RECEIVES = 1000;

  private final QueueNames names;
  private final Catalogue catalogue;

  Redrive(QueueNames names, Catalogue catalogue) {
    this.names = names;
    this.catalogue = catalogue;
  }

  void check(String queue, Map<String, String> attributes, String call) {
    String redrive = attributes.getOrDefault("RedrivePolicy", "");
    if (!redrive.isEmpty()) {
      policy(queue, redrive, call);
    }
    String allow = attributes.getOrDefault("RedriveAllowPolicy", "");
    if (!allow.isEmpty()) {
      allowPolicy(allow);
    }
  }

  private void policy(String queue, String document, String call) {
    JsonObject policy = object("RedrivePolicy", document);
    String target = text(policy, "deadLetterTargetArn");
    int receives = number(text(policy, "maxReceiveCount"));
    if (target.isEmpty() || receives < 1 || receives > MOST_RECEIVES) {
      throw SqsFault.invalidValue(
          "RedrivePolicy",
          target.isEmpty()
              ? "Redrive policy does not contain mandatory attribute: deadLetterTargetArn."
              : "Invalid value for maxReceiveCount: "
                  + text(policy, "maxReceiveCount")
                  + ", valid values are from 1 to 1000 both inclusive.");
    }
    if (names.nameOfArn(target).isEmpty()) {
      throw SqsFault.invalidValue(
          "RedrivePolicy",
          "Dead letter target " + target + " must be a queue of this account and region.");
    }
    if (QueueNames.isFifo(target) != QueueNames.isFifo(queue)) {
      throw SqsFault.invalidValue(
          "RedrivePolicy", "Dead-letter queue must be same type of queue as the source.");
    }
    catalogue.require(
        ResourceKind.QUEUE,
        target,
        call,
        () -> SqsFault.invalidValue("RedrivePolicy", "Dead letter target does not exist."));
  }

  private static void allowPolicy(String document) {
    JsonObject policy = object("RedriveAllowPolicy", document);
    String permission = text(policy, "redrivePermission");
    boolean byQueue = permission.equals("byQueue");
    int sources =
        policy.has("sourceQueueArns") ? policy.getAsJsonArray("sourceQueueArns").size() : 0;
    boolean known = byQueue || permission.equals("allowAll") || permission.equals("denyAll");
    if (!known || byQueue != (sources > 0) || sources > MOST_SOURCES) {
      throw SqsFault.invalidValue(
          "RedriveAllowPolicy",
          "Amazon SQS can't create the redrive allow policy. Make sure that redrivePermission is"
              + " allowAll, denyAll, or byQueue with up to 10 sourceQueueArns.");
    }
  }

  private static JsonObject object(String attribute, String document) {
    try {
      return JsonParser.parseString(document).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw SqsFault.invalidValue(attribute, "Redrive policy is not a valid JSON map.");
    }
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
