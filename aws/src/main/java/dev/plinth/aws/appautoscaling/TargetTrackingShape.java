/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.number;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;

import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;

/** How a policy keeps a metric at a value. */
final class TargetTrackingShape {
  static final Shape SHAPE =
      Shape.of(
              number("targetValue", Trait.REQUIRED),
              bool("disableScaleIn").defaultsTo(false),
              integer("scaleInCooldown"),
              integer("scaleOutCooldown"),
              object(
                  "predefinedMetricSpecification",
                  Shape.of(
                      string("predefinedMetricType", Trait.REQUIRED),
                      string("resourceLabel").where(ValueRules.maxLength(1023)))),
              object("customizedMetricSpecification", customized()))
          .demanding(
              Constraints.exactlyOneOf(
                  "predefinedMetricSpecification", "customizedMetricSpecification"));

  private TargetTrackingShape() {}

  private static Shape customized() {
    return Shape.of(
        dimensions(),
        string("metricName"),
        objects("metrics", metrics(), Trait.UNORDERED),
        string("namespace"),
        string("statistic")
            .where(ValueRules.oneOf("Average", "Minimum", "Maximum", "SampleCount", "Sum")),
        string("unit"));
  }

  private static Shape metrics() {
    return Shape.of(
        string("expression"),
        string("id", Trait.REQUIRED),
        string("label"),
        object(
            "metricStat",
            Shape.of(
                object(
                    "metric",
                    Shape.of(
                        dimensions(),
                        string("metricName", Trait.REQUIRED),
                        string("namespace", Trait.REQUIRED)),
                    Trait.REQUIRED),
                string("stat", Trait.REQUIRED),
                string("unit"))),
        bool("returnData").defaultsTo(true));
  }

  private static Property dimensions() {
    return objects(
        "dimensions",
        Shape.of(string("name", Trait.REQUIRED), string("value", Trait.REQUIRED)),
        Trait.UNORDERED);
  }
}
