/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;
import static dev.plinth.aws.contract.Values.text;
import static dev.plinth.aws.contract.Values.texts;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Metric filters, alarms and dashboards. */
final class CloudWatchCases {
  private static final String GROUP = "/aws/lambda/orders";

  private CloudWatchCases() {}

  static ContractCase metricFilter(Setting setting) {
    setting.given("aws:cloudwatch/logGroup:LogGroup", map("name", GROUP));
    PropertyMap metric =
        PropertyMap.builder()
            .put("name", "Errors")
            .put("namespace", "Shop")
            .put("value", "1")
            .put("unit", "None")
            .build();
    return new ContractCase(
            "aws:cloudwatch/logMetricFilter:LogMetricFilter",
            PropertyMap.builder()
                .put("name", "errors")
                .put("logGroupName", GROUP)
                .put("pattern", "ERROR")
                .put("metricTransformation", metric)
                .build(),
            Map.of(
                "pattern",
                text("{ $.level = \"ERROR\" }"),
                "metricTransformation",
                PropertyValue.of(metric.with("defaultValue", text("0")))),
            Map.of("name", map("name", "other"), "logGroupName", map("logGroupName", "/aws/other")),
            (aws, id) ->
                aws.logs()
                    .putMetricFilter(
                        put ->
                            put.logGroupName(GROUP)
                                .filterName(id)
                                .filterPattern("WARN")
                                .metricTransformations(
                                    MetricTransformation.builder()
                                        .metricName("Errors")
                                        .metricNamespace("Shop")
                                        .metricValue("1")
                                        .build())),
            "pattern",
            CloudWatchCases::hasFilter)
        .importedAs(id -> GROUP + ":" + id);
  }

  private static boolean hasFilter(AwsClients aws, String name) {
    try {
      return !aws.logs()
          .describeMetricFilters(read -> read.logGroupName(GROUP).filterNamePrefix(name))
          .metricFilters()
          .isEmpty();
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  static ContractCase alarm(Setting setting) {
    PropertyMap inputs =
        PropertyMap.builder()
            .put("name", "orders-errors")
            .put("comparisonOperator", "GreaterThanThreshold")
            .put("evaluationPeriods", 1)
            .put("namespace", "AWS/Lambda")
            .put("metricName", "Errors")
            .put("statistic", "Sum")
            .put("period", 60)
            .put("threshold", 0.5)
            .build();
    return new ContractCase(
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        inputs,
        Map.of(
            "alarmDescription", text("Orders fail"),
            "actionsEnabled", PropertyValue.of(false),
            "alarmActions", texts(setting.surroundings().arn("sns", "alerts")),
            "dimensions", object("FunctionName", "orders"),
            "threshold", PropertyValue.of(0),
            "datapointsToAlarm", PropertyValue.of(1),
            "treatMissingData", text("notBreaching"),
            "unit", text("Count"),
            "tags", object("team", "shop")),
        Map.of("name", map("name", "other")),
        (aws, name) -> aws.cloudWatch().disableAlarmActions(request -> request.alarmNames(name)),
        "actionsEnabled",
        (aws, name) ->
            !aws.cloudWatch()
                .describeAlarms(read -> read.alarmNames(name))
                .metricAlarms()
                .isEmpty());
  }

  static ContractCase alarmOnExpression(Setting setting) {
    return new ContractCase(
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        PropertyMap.builder()
            .put("name", "orders-error-rate")
            .put("comparisonOperator", "GreaterThanThreshold")
            .put("evaluationPeriods", 5)
            .put("threshold", 5)
            .put("metricQueries", queries("errors / calls"))
            .build(),
        Map.of("metricQueries", queries("100 * errors / calls")),
        Map.of("name", map("name", "other")),
        (aws, name) -> aws.cloudWatch().disableAlarmActions(request -> request.alarmNames(name)),
        "actionsEnabled",
        (aws, name) ->
            !aws.cloudWatch()
                .describeAlarms(read -> read.alarmNames(name))
                .metricAlarms()
                .isEmpty());
  }

  private static PropertyValue queries(String expression) {
    PropertyMap rate =
        PropertyMap.builder()
            .put("id", "rate")
            .put("expression", expression)
            .put("label", "Error rate")
            .put("returnData", true)
            .build();
    return PropertyValue.of(
        List.of(PropertyValue.of(rate), query("errors", "Errors"), query("calls", "Invocations")));
  }

  private static PropertyValue query(String id, String metric) {
    PropertyMap of =
        PropertyMap.builder()
            .put("metricName", metric)
            .put("namespace", "AWS/Lambda")
            .put("dimensions", map("FunctionName", "orders"))
            .put("period", 60)
            .put("stat", "Sum")
            .build();
    return PropertyValue.of(
        PropertyMap.builder().put("id", id).put("metric", of).put("returnData", false).build());
  }

  static ContractCase dashboard(Setting setting) {
    return new ContractCase(
        "aws:cloudwatch/dashboard:Dashboard",
        PropertyMap.builder()
            .put("dashboardName", "shop")
            .put("dashboardBody", body("one"))
            .build(),
        Map.of("dashboardBody", text(body("two"))),
        Map.of("dashboardName", map("dashboardName", "other")),
        (aws, name) ->
            aws.cloudWatch()
                .putDashboard(put -> put.dashboardName(name).dashboardBody(body("meddled"))),
        "dashboardBody",
        CloudWatchCases::hasDashboard);
  }

  private static String body(String markdown) {
    return "{\"widgets\": [{\"type\": \"text\", \"x\": 0, \"y\": 0, \"width\": 6, \"height\": 3,"
        + " \"properties\": {\"markdown\": \""
        + markdown
        + "\"}}]}";
  }

  private static boolean hasDashboard(AwsClients aws, String name) {
    try {
      aws.cloudWatch().getDashboard(read -> read.dashboardName(name));
      return true;
    } catch (CloudWatchException e) {
      return false;
    }
  }
}
