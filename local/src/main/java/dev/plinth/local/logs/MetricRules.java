/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.Constraints;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.StandardUnit;

/**
 * What AWS demands of the metric that a filter makes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html">MetricTransformation</a>
 */
final class MetricRules {
  private static final Pattern METRIC = Pattern.compile("[^:*$]*");
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_VALUE = 100;
  private static final int MOST_DIMENSIONS = 3;

  private MetricRules() {}

  static void check(MetricTransformation metric, Constraints constraints) {
    String at = "metricTransformations.1.member.";
    constraints
        .required(metric.metricName(), at + "metricName")
        .length(metric.metricName(), at + "metricName", 0, LONGEST_NAME)
        .pattern(metric.metricName(), at + "metricName", METRIC)
        .required(metric.metricNamespace(), at + "metricNamespace")
        .length(metric.metricNamespace(), at + "metricNamespace", 0, LONGEST_NAME)
        .pattern(metric.metricNamespace(), at + "metricNamespace", METRIC)
        .required(metric.metricValue(), at + "metricValue")
        .length(metric.metricValue(), at + "metricValue", 0, LONGEST_VALUE)
        .oneOf(
            metric.unitAsString(),
            at + "unit",
            StandardUnit.knownValues().stream().map(StandardUnit::toString).sorted().toList());
    metric
        .dimensions()
        .forEach(
            (key, value) -> {
              constraints.length(key, at + "dimensions.key", 0, LONGEST_NAME);
              constraints.length(value, at + "dimensions.value", 0, LONGEST_NAME);
            });
  }

  static void checkTogether(MetricTransformation metric) {
    if (metric.dimensions().size() > MOST_DIMENSIONS) {
      throw LogsFault.invalidParameter(
          "The number of dimensions of a metric transformation is at most 3.");
    }
    if (metric.defaultValue() != null && !metric.dimensions().isEmpty()) {
      throw LogsFault.invalidParameter(
          "Invalid metric transformation: dimensions and default value are mutually exclusive"
              + " properties.");
    }
  }
}
