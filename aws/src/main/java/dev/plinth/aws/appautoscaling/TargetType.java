/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/**
 * What Application Auto Scaling may scale. Its id is the resource's id; an import asks for {@code
 * NAMESPACE/RESOURCE/DIMENSION}.
 */
public final class TargetType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:appautoscaling/target:Target",
          "scalable target",
          Shape.of(
                  string("serviceNamespace", Trait.REQUIRED, Trait.REPLACES),
                  string("resourceId", Trait.REQUIRED, Trait.REPLACES)
                      .where(ValueRules.maxLength(1600)),
                  string("scalableDimension", Trait.REQUIRED, Trait.REPLACES),
                  integer("minCapacity", Trait.REQUIRED)
                      .where(ValueRules.range(0, Integer.MAX_VALUE)),
                  integer("maxCapacity", Trait.REQUIRED)
                      .where(ValueRules.range(0, Integer.MAX_VALUE)),
                  string("roleArn", Trait.REPLACES, Trait.COMPUTED)
                      .called("RoleARN")
                      .where(ValueRules.arn("iam")),
                  object(
                      "suspendedState",
                      Shape.of(
                          bool("dynamicScalingInSuspended").defaultsTo(false),
                          bool("dynamicScalingOutSuspended").defaultsTo(false),
                          bool("scheduledScalingSuspended").defaultsTo(false)),
                      Trait.COMPUTED),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT).called("ScalableTargetARN"),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .demanding(new CapacityOrder()),
          null,
          List.of("serviceNamespace", "resourceId", "scalableDimension"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public String id(String asked, PropertyMap outputs) {
    return outputs.text("resourceId").orElse(asked);
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("resourceId");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new TargetOperations(session);
  }
}
