/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When and by how much a target is scaled. Its id is its name; an import asks for {@code
 * NAMESPACE/RESOURCE/DIMENSION/NAME}.
 */
public final class PolicyType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:appautoscaling/policy:Policy",
          "scaling policy",
          Shape.of(
                  string("name", Trait.REPLACES)
                      .called("PolicyName")
                      .where(ValueRules.maxLength(255)),
                  string("serviceNamespace", Trait.REQUIRED, Trait.REPLACES),
                  string("resourceId", Trait.REQUIRED, Trait.REPLACES)
                      .where(ValueRules.maxLength(1600)),
                  string("scalableDimension", Trait.REQUIRED, Trait.REPLACES),
                  string("policyType")
                      .defaultsTo("StepScaling")
                      .where(ValueRules.oneOf("StepScaling", "TargetTrackingScaling")),
                  object("stepScalingPolicyConfiguration", StepScalingShape.SHAPE),
                  object("targetTrackingScalingPolicyConfiguration", TargetTrackingShape.SHAPE),
                  strings("alarmArns", Trait.OUTPUT),
                  string("arn", Trait.OUTPUT).called("PolicyARN"))
              .demanding(
                  Constraints.atMostOneOf(
                      "stepScalingPolicyConfiguration",
                      "targetTrackingScalingPolicyConfiguration")),
          new Autoname("name", 255, null),
          List.of("name", "serviceNamespace", "resourceId", "scalableDimension"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public String id(String asked, PropertyMap outputs) {
    return outputs.text("name").orElse(asked);
  }

  @Override
  public Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    return Set.of("alarmArns");
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new PolicyOperations(session);
  }
}
