/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.number;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.List;

/**
 * The properties of {@code aws:cloudwatch/metricAlarm:MetricAlarm}; limits as the CloudWatch API
 * reference states them for PutMetricAlarm.
 */
final class MetricAlarmSchema {
  private static final int NAME_LENGTH = 255;
  private static final int MOST_ACTIONS = 5;
  private static final int MOST_DIMENSIONS = 30;

  private static final Property[] BASICS = {
    string("name", Trait.REPLACES).called("AlarmName").where(ValueRules.maxLength(NAME_LENGTH)),
    string("alarmDescription").where(ValueRules.maxLength(1024)),
    bool("actionsEnabled").defaultsTo(true),
    actions("alarmActions"),
    actions("okActions"),
    actions("insufficientDataActions"),
    stringMap(ResourceSchema.TAGS),
    string("arn", Trait.OUTPUT).called("AlarmArn"),
    stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT),
  };

  private static final Property[] METRIC = {
    string("metricName").where(ValueRules.maxLength(NAME_LENGTH)),
    string("namespace").where(ValueRules.maxLength(NAME_LENGTH)),
    stringMap("dimensions").where(ValueRules.maxEntries(MOST_DIMENSIONS)),
    integer("period").where(new AlarmPeriod()),
    string("statistic")
        .where(ValueRules.oneOf("SampleCount", "Average", "Sum", "Minimum", "Maximum")),
    string("extendedStatistic"),
    string("unit").where(MetricUnits.RULE),
    objects("metricQueries", query(), Trait.UNORDERED).called("Metrics"),
  };

  private static final Property[] EVALUATION = {
    string("comparisonOperator", Trait.REQUIRED)
        .where(
            ValueRules.oneOf(
                "GreaterThanOrEqualToThreshold",
                "GreaterThanThreshold",
                "LessThanThreshold",
                "LessThanOrEqualToThreshold",
                "LessThanLowerOrGreaterThanUpperThreshold",
                "LessThanLowerThreshold",
                "GreaterThanUpperThreshold")),
    integer("evaluationPeriods", Trait.REQUIRED).where(ValueRules.range(1, Integer.MAX_VALUE)),
    integer("datapointsToAlarm").where(ValueRules.range(1, Integer.MAX_VALUE)),
    number("threshold"),
    string("thresholdMetricId").where(ValueRules.maxLength(NAME_LENGTH)),
    string("treatMissingData")
        .defaultsTo("missing")
        .where(ValueRules.oneOf("breaching", "notBreaching", "ignore", "missing")),
    string("evaluateLowSampleCountPercentiles", Trait.COMPUTED)
        .called("EvaluateLowSampleCountPercentile")
        .where(ValueRules.oneOf("evaluate", "ignore")),
  };

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:cloudwatch/metricAlarm:MetricAlarm",
          "CloudWatch alarm",
          Shape.of(BASICS)
              .and(METRIC)
              .and(EVALUATION)
              .demanding(Constraints.exactlyOneOf("metricName", "metricQueries"))
              .demanding(Constraints.exactlyOneOf("threshold", "thresholdMetricId"))
              .demanding(Constraints.atMostOneOf("statistic", "extendedStatistic"))
              .demanding(Constraints.needs("thresholdMetricId", "metricQueries"))
              .demanding(Constraints.needs("metricName", "namespace"))
              .demanding(Constraints.needs("metricName", "period"))
              .demanding(Constraints.needsOneOf("metricName", "statistic", "extendedStatistic")),
          new Autoname("name", NAME_LENGTH, null),
          List.of("name"));

  private MetricAlarmSchema() {}

  private static Property actions(String name) {
    return strings(name, Trait.UNORDERED).where(ValueRules.maxItems(MOST_ACTIONS));
  }

  private static Shape query() {
    return Shape.of(
            string("id", Trait.REQUIRED).where(ValueRules.maxLength(NAME_LENGTH)),
            string("expression").where(ValueRules.maxLength(2048)),
            object("metric", queriedMetric()).called("MetricStat"),
            string("label"),
            integer("period").where(new AlarmPeriod()),
            bool("returnData").defaultsTo(false),
            string("accountId").where(ValueRules.maxLength(NAME_LENGTH)))
        .demanding(Constraints.exactlyOneOf("expression", "metric"));
  }

  private static Shape queriedMetric() {
    return Shape.of(
        string("metricName", Trait.REQUIRED)
            .called("Metric.MetricName")
            .where(ValueRules.maxLength(NAME_LENGTH)),
        string("namespace").called("Metric.Namespace").where(ValueRules.maxLength(NAME_LENGTH)),
        stringMap("dimensions")
            .called("Metric.Dimensions")
            .where(ValueRules.maxEntries(MOST_DIMENSIONS)),
        integer("period", Trait.REQUIRED).where(new AlarmPeriod()),
        string("stat", Trait.REQUIRED),
        string("unit").where(MetricUnits.RULE));
  }
}
