/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

final class MetricFiltersTest {
  private static final String GROUP = "/aws/lambda/orders";

  @TempDir Path folder;
  private CloudWatchLogsClient logs;

  @BeforeEach
  void open() {
    logs = Accounts.open(folder).logs();
    logs.createLogGroup(r -> r.logGroupName(GROUP));
  }

  @Test
  void a_filter_is_made_changed_and_deleted() {
    put("errors", metric -> metric.metricValue("1").defaultValue(0.0));
    put("errors", metric -> metric.metricValue("$.size"));

    MetricFilter filter =
        logs.describeMetricFilters(r -> r.logGroupName(GROUP)).metricFilters().get(0);
    assertThat(filter.metricTransformations().get(0).metricValue()).isEqualTo("$.size");
    assertThat(filter.metricTransformations().get(0).defaultValue()).isNull();
    assertThat(group().metricFilterCount()).isEqualTo(1);

    logs.deleteMetricFilter(r -> r.logGroupName(GROUP).filterName("errors"));
    assertThat(logs.describeMetricFilters(r -> r.logGroupName(GROUP)).metricFilters()).isEmpty();
    assertThat(group().metricFilterCount()).isZero();
  }

  @Test
  void a_filter_needs_its_group_and_goes_with_it() {
    assertThatThrownBy(
            () -> logs.deleteMetricFilter(r -> r.logGroupName(GROUP).filterName("errors")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("metric filter does not exist");
    put("errors", metric -> metric.metricValue("1"));

    logs.deleteLogGroup(r -> r.logGroupName(GROUP));

    assertThatThrownBy(() -> put("errors", metric -> metric.metricValue("1")))
        .isInstanceOf(ResourceNotFoundException.class);
    logs.createLogGroup(r -> r.logGroupName(GROUP));
    assertThat(logs.describeMetricFilters(r -> r.logGroupName(GROUP)).metricFilters()).isEmpty();
  }

  @Test
  void a_default_value_and_dimensions_exclude_each_other() {
    assertThatThrownBy(
            () ->
                put(
                    "errors",
                    metric ->
                        metric.metricValue("1").defaultValue(0.0).dimensions(Map.of("a", "$.b"))))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("mutually exclusive");
  }

  @Test
  void filters_are_found_by_the_start_of_their_name_and_by_their_metric() {
    put("errors", metric -> metric.metricValue("1"));
    put("errors-2", metric -> metric.metricValue("1").metricName("other"));
    put("cold", metric -> metric.metricValue("1"));

    assertThat(
            logs.describeMetricFilters(r -> r.logGroupName(GROUP).filterNamePrefix("err"))
                .metricFilters())
        .extracting(MetricFilter::filterName)
        .containsExactly("errors", "errors-2");
    assertThat(
            logs.describeMetricFilters(r -> r.metricName("other").metricNamespace("Shop"))
                .metricFilters())
        .extracting(MetricFilter::filterName)
        .containsExactly("errors-2");
  }

  private LogGroup group() {
    return logs.describeLogGroups(r -> r.logGroupNamePrefix(GROUP)).logGroups().get(0);
  }

  private void put(String name, Consumer<MetricTransformation.Builder> metric) {
    MetricTransformation.Builder transformation =
        MetricTransformation.builder().metricName("Errors").metricNamespace("Shop");
    metric.accept(transformation);
    logs.putMetricFilter(
        r ->
            r.logGroupName(GROUP)
                .filterName(name)
                .filterPattern("ERROR")
                .metricTransformations(transformation.build()));
  }
}
