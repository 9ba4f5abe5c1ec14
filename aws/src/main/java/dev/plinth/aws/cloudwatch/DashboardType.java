/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import static dev.plinth.aws.schema.Property.json;
import static dev.plinth.aws.schema.Property.string;

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
 * A CloudWatch dashboard; an account has one of a name, whatever the region. Its id, also for an
 * import, is its name.
 */
public final class DashboardType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:cloudwatch/dashboard:Dashboard",
          "CloudWatch dashboard",
          Shape.of(
              string("dashboardName", Trait.REQUIRED, Trait.REPLACES)
                  .where(ValueRules.maxLength(255))
                  .where(ValueRules.letters("-_")),
              json("dashboardBody", Trait.REQUIRED),
              string("dashboardArn", Trait.OUTPUT)),
          null,
          List.of("dashboardName"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("dashboardName");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new DashboardOperations(session);
  }
}
