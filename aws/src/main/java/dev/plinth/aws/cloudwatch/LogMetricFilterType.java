/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

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

/**
 * A filter that makes a metric of a log group's events. Its id is its name; an import asks for it
 * as {@code LOGGROUP:FILTER}.
 */
public final class LogMetricFilterType implements ResourceType {
  private static final int LONGEST_AUTONAME = 255;
  private static final int LONGEST_METRIC = 255;

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:cloudwatch/logMetricFilter:LogMetricFilter",
          "CloudWatch metric filter",
          Shape.of(
              string("name", Trait.REPLACES)
                  .called("FilterName")
                  .where(ValueRules.maxLength(512))
                  .where(ValueRules.without(":*")),
              string("logGroupName", Trait.REQUIRED, Trait.REPLACES)
                  .where(ValueRules.maxLength(512))
                  .where(ValueRules.letters("._/#-")),
              string("pattern", Trait.REQUIRED)
                  .called("FilterPattern")
                  .where(ValueRules.maxLength(1024)),
              object("metricTransformation", transformation(), Trait.REQUIRED)
                  .called("MetricTransformations")),
          new Autoname("name", LONGEST_AUTONAME, null),
          List.of("logGroupName", "name"));

  private static Shape transformation() {
    return Shape.of(
            string("name", Trait.REQUIRED)
                .called("MetricName")
                .where(ValueRules.maxLength(LONGEST_METRIC))
                .where(ValueRules.without(":*$")),
            string("namespace", Trait.REQUIRED)
                .called("MetricNamespace")
                .where(ValueRules.maxLength(LONGEST_METRIC))
                .where(ValueRules.without(":*$")),
            string("value", Trait.REQUIRED).called("MetricValue").where(ValueRules.maxLength(100)),
            string("defaultValue").where(ValueRules.decimal()),
            stringMap("dimensions").where(ValueRules.maxEntries(3)),
            string("unit").defaultsTo("None").where(MetricUnits.RULE))
        .demanding(Constraints.atMostOneOf("defaultValue", "dimensions"));
  }

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public String id(String asked, PropertyMap outputs) {
    return outputs.text("name").orElse(asked);
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new LogMetricFilterOperations(session);
  }
}
