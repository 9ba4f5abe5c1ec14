/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code aws:sns/topicPolicy:TopicPolicy}: a topic's policy as a resource of its own, so that the
 * topic can exist before what the policy names.
 */
public final class TopicPolicyType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:sns/topicPolicy:TopicPolicy",
          "policy of the SNS topic",
          Shape.of(
              Property.string("arn", Trait.REQUIRED, Trait.REPLACES).where(ValueRules.arn("sns")),
              Property.policy("policy", Trait.REQUIRED),
              Property.string("owner", Trait.OUTPUT)),
          null,
          List.of("arn"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("arn");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new TopicPolicyOperations(session);
  }
}
