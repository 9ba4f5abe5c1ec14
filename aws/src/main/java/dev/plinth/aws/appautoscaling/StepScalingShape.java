/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;

import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRule;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyValue;
import org.jspecify.annotations.Nullable;

/** How a policy scales by steps. */
final class StepScalingShape {
  static final Shape SHAPE =
      Shape.of(
          string("adjustmentType")
              .where(
                  ValueRules.oneOf("ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity")),
          integer("cooldown"),
          string("metricAggregationType").where(ValueRules.oneOf("Average", "Minimum", "Maximum")),
          integer("minAdjustmentMagnitude"),
          objects(
              "stepAdjustments",
              Shape.of(
                  string("metricIntervalLowerBound").where(new DecimalRule()),
                  string("metricIntervalUpperBound").where(new DecimalRule()),
                  integer("scalingAdjustment", Trait.REQUIRED)),
              Trait.UNORDERED));

  private StepScalingShape() {}

  /** A number that Pulumi takes as text. */
  private record DecimalRule() implements ValueRule {
    @Override
    public @Nullable String violation(PropertyValue value) {
      String text = ((PropertyValue.Text) value).value();
      try {
        Double.parseDouble(text);
        return null;
      } catch (NumberFormatException e) {
        return "\"" + text + "\" is not a number: use one such as \"0\" or \"12.5\".";
      }
    }
  }
}
