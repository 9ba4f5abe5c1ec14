/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sqs;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.resource.TimeLimits;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/**
 * A document of a queue as a resource of its own, so that the queue can exist before what the
 * document names: {@code aws:sqs/queuePolicy:QueuePolicy}, {@code RedrivePolicy} and {@code
 * RedriveAllowPolicy}.
 */
public final class QueueAttributeType implements ResourceType {
  private final ResourceSchema schema;
  private final String property;

  private QueueAttributeType(String token, String awsName, Property document) {
    this.property = document.name();
    this.schema =
        new ResourceSchema(
            token,
            awsName,
            Shape.of(
                Property.string("queueUrl", Trait.REQUIRED, Trait.REPLACES)
                    .where(ValueRules.startsWith("http")),
                document),
            null,
            List.of("queueUrl"));
  }

  public static QueueAttributeType policy() {
    return new QueueAttributeType(
        "aws:sqs/queuePolicy:QueuePolicy",
        "policy of the SQS queue",
        Property.policy("policy", Trait.REQUIRED));
  }

  public static QueueAttributeType redrive() {
    return new QueueAttributeType(
        "aws:sqs/redrivePolicy:RedrivePolicy",
        "redrive policy of the SQS queue",
        Property.json("redrivePolicy", Trait.REQUIRED));
  }

  public static QueueAttributeType redriveAllow() {
    return new QueueAttributeType(
        "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
        "redrive-allow policy of the SQS queue",
        Property.json("redriveAllowPolicy", Trait.REQUIRED));
  }

  @Override
  public ResourceSchema schema() {
    return schema;
  }

  @Override
  public TimeLimits limits() {
    return TimeLimits.ofMinutes(3);
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("queueUrl");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new QueueAttributeOperations(session, property);
  }
}
