/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.json;
import static dev.plinth.aws.schema.Property.string;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.List;

/** {@code aws:sns/topicSubscription:TopicSubscription}. */
public final class TopicSubscriptionType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:sns/topicSubscription:TopicSubscription",
          "SNS subscription",
          Shape.of(
                  string("topic", Trait.REQUIRED, Trait.REPLACES).where(ValueRules.arn("sns")),
                  string("protocol", Trait.REQUIRED, Trait.REPLACES)
                      .where(
                          ValueRules.oneOf(
                              "sqs",
                              "lambda",
                              "http",
                              "https",
                              "email",
                              "email-json",
                              "sms",
                              "firehose",
                              "application")),
                  string("endpoint", Trait.REQUIRED, Trait.REPLACES),
                  bool("rawMessageDelivery").defaultsTo(false),
                  json("filterPolicy"),
                  string("filterPolicyScope", Trait.COMPUTED)
                      .where(ValueRules.oneOf("MessageAttributes", "MessageBody")),
                  json("redrivePolicy"),
                  json("deliveryPolicy"),
                  json("replayPolicy"),
                  string("subscriptionRoleArn").where(ValueRules.arn("iam")),
                  bool("endpointAutoConfirms", Trait.UNREADABLE).defaultsTo(false),
                  integer("confirmationTimeoutInMinutes", Trait.UNREADABLE)
                      .defaultsTo(1)
                      .where(ValueRules.range(1, 60)),
                  string("arn", Trait.OUTPUT),
                  string("ownerId", Trait.OUTPUT),
                  bool("pendingConfirmation", Trait.OUTPUT),
                  bool("confirmationWasAuthenticated", Trait.OUTPUT))
              .demanding(Constraints.needs("filterPolicyScope", "filterPolicy")),
          null,
          List.of("topic", "protocol", "endpoint"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new TopicSubscriptionOperations(session);
  }
}
