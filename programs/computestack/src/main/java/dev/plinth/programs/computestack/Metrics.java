/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.LogMetricFilter;
import com.pulumi.aws.cloudwatch.LogMetricFilterArgs;
import com.pulumi.aws.cloudwatch.inputs.LogMetricFilterMetricTransformationArgs;
import dev.plinth.api.computestack.ResourceNames;
import dev.plinth.proto.computestack.BusinessMetric;

/** Metrics counted from logs: cold starts, and those of the business. */
final class Metrics {
  /**
   * The platform's REPORT event of a JSON log has the time of the initialization only when cold.
   */
  private static final String COLD_START =
      "{ $.type = \"platform.report\" && $.record.metrics.initDurationMs > 0 }";

  private Metrics() {}

  static void create(Site site, FunctionSet functions) {
    String namespace = site.stack().names().metricNamespace();
    for (MadeFunction function : functions.all()) {
      add(
          site,
          function.id() + "-cold-starts",
          function,
          COLD_START,
          transformation(ResourceNames.coldStarts(function.id()), namespace, "1"));
    }
    for (BusinessMetric metric : site.stack().spec().getBusinessMetricsList()) {
      String value = metric.getValue().isEmpty() ? "1" : metric.getValue();
      add(
          site,
          metric.getFunction() + "-" + metric.getName(),
          functions.require(metric.getFunction()),
          metric.getPattern(),
          transformation(metric.getName(), namespace, value));
    }
  }

  private static LogMetricFilterMetricTransformationArgs transformation(
      String name, String namespace, String value) {
    return LogMetricFilterMetricTransformationArgs.builder()
        .name(name)
        .namespace(namespace)
        .value(value)
        .defaultValue("0")
        .build();
  }

  private static void add(
      Site site,
      String name,
      MadeFunction function,
      String pattern,
      LogMetricFilterMetricTransformationArgs transformation) {
    new LogMetricFilter(
        name,
        LogMetricFilterArgs.builder()
            .name(site.name(name))
            .logGroupName(function.logGroup().name())
            .pattern(pattern)
            .metricTransformation(transformation)
            .build(),
        site.options().build());
  }
}
