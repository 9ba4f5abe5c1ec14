/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.cloudwatch;

import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * What CloudWatch demands of an alarm.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</a>
 */
final class AlarmRules {
  private static final Pattern EXTENDED_STATISTIC =
      Pattern.compile("(p|tm|tc|ts|wm)\\d{1,2}(\\.\\d+)?|p100|IQM|(PR|TC|TM|TS|WM)\\([^()]*\\)");
  private static final List<String> MISSING_DATA =
      List.of("breaching", "notBreaching", "ignore", "missing");
  private static final Set<Integer> SHORT_PERIODS = Set.of(10, 20, 30);
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DESCRIPTION = 1024;
  private static final int MOST_ACTIONS = 5;
  private static final int MOST_DIMENSIONS = 30;
  private static final int HOUR = 3600;
  private static final int DAY = 86_400;
  private static final int WEEK = 604_800;

  private final PutMetricAlarmRequest request;

  AlarmRules(PutMetricAlarmRequest request) {
    this.request = request;
  }

  void check(Map<String, String> tags) {
    members(tags);
    if (request.metricName() != null && request.hasMetrics()) {
      throw CloudWatchFault.combination("Metrics list and MetricName are mutually exclusive.");
    }
    if (request.metricName() == null && request.metrics().isEmpty()) {
      throw CloudWatchFault.missing("At least one of Metrics or MetricName must be specified.");
    }
    if (request.hasMetrics()) {
      queries();
    } else {
      singleMetric();
    }
    threshold();
    if (request.datapointsToAlarm() != null
        && request.datapointsToAlarm() > request.evaluationPeriods()) {
      throw CloudWatchFault.validation(
          "DatapointsToAlarm must be less than or equal to EvaluationPeriods.");
    }
  }

  private void members(Map<String, String> tags) {
    Constraints constraints =
        new Constraints()
            .required(request.alarmName(), "alarmName")
            .length(request.alarmName(), "alarmName", 1, LONGEST_NAME)
            .length(request.alarmDescription(), "alarmDescription", 0, LONGEST_DESCRIPTION)
            .required(request.comparisonOperatorAsString(), "comparisonOperator")
            .oneOf(
                request.comparisonOperatorAsString(),
                "comparisonOperator",
                words(ComparisonOperator.knownValues()))
            .required(request.evaluationPeriods(), "evaluationPeriods")
            .range(request.evaluationPeriods(), "evaluationPeriods", 1, Integer.MAX_VALUE)
            .range(request.datapointsToAlarm(), "datapointsToAlarm", 1, Integer.MAX_VALUE)
            .range(request.period(), "period", 1, Integer.MAX_VALUE)
            .oneOf(request.statisticAsString(), "statistic", words(Statistic.knownValues()))
            .oneOf(request.unitAsString(), "unit", words(StandardUnit.knownValues()))
            .oneOf(request.treatMissingData(), "treatMissingData", MISSING_DATA)
            .oneOf(
                request.evaluateLowSampleCountPercentile(),
                "evaluateLowSampleCountPercentile",
                List.of("evaluate", "ignore"))
            .pattern(request.extendedStatistic(), "extendedStatistic", EXTENDED_STATISTIC)
            .length(request.namespace(), "namespace", 1, LONGEST_NAME)
            .length(request.metricName(), "metricName", 1, LONGEST_NAME)
            .count(request.dimensions(), "dimensions", MOST_DIMENSIONS)
            .count(request.alarmActions(), "alarmActions", MOST_ACTIONS)
            .count(request.okActions(), "oKActions", MOST_ACTIONS)
            .count(request.insufficientDataActions(), "insufficientDataActions", MOST_ACTIONS)
            .count(tags.keySet(), "tags", AccountTags.MOST);
    AccountTags.check(constraints, tags);
    CloudWatchFault.throwIfAny(constraints);
  }

  private void singleMetric() {
    if (request.namespace() == null) {
      throw CloudWatchFault.missing("The parameter Namespace is required with MetricName.");
    }
    if (request.period() == null) {
      throw CloudWatchFault.missing("The parameter Period is required with MetricName.");
    }
    if ((request.statisticAsString() == null) == (request.extendedStatistic() == null)) {
      throw CloudWatchFault.combination(
          "Exactly one of Statistic or ExtendedStatistic must be specified for a single metric"
              + " alarm.");
    }
    period(request.period());
  }

  private void period(int period) {
    if (!SHORT_PERIODS.contains(period) && period % 60 != 0) {
      throw CloudWatchFault.validation("Period must be 10, 20, 30 or a multiple of 60");
    }
    long whole = (long) period * request.evaluationPeriods();
    if (whole > (period < HOUR ? DAY : WEEK)) {
      throw CloudWatchFault.validation(
          "Metrics cannot be checked across more than "
              + (period < HOUR ? "a day" : "seven days")
              + " (EvaluationPeriods * Period must be <= "
              + (period < HOUR ? DAY : WEEK)
              + ").");
    }
  }

  private void queries() {
    Set<String> ids = new HashSet<>();
    int returned = 0;
    for (MetricDataQuery query : request.metrics()) {
      if (query.id() == null || !ids.add(query.id())) {
        throw CloudWatchFault.validation("The ids in the metrics list must be unique.");
      }
      if ((query.expression() == null) == (query.metricStat() == null)) {
        throw CloudWatchFault.validation(
            "Exactly one of Expression and MetricStat is needed in the metrics list.");
      }
      if (query.metricStat() != null) {
        period(query.metricStat().period());
      }
      returned += Boolean.FALSE.equals(query.returnData()) ? 0 : 1;
    }
    int wanted = request.thresholdMetricId() == null ? 1 : 2;
    if (returned != wanted) {
      throw CloudWatchFault.validation(
          "Exactly "
              + (wanted == 1 ? "one element" : "two elements")
              + " of the metrics list should return data.");
    }
    if (request.statisticAsString() != null
        || request.extendedStatistic() != null
        || request.period() != null) {
      throw CloudWatchFault.combination(
          "Period, Statistic and ExtendedStatistic stand in the metrics list.");
    }
  }

  private void threshold() {
    boolean band =
        request.comparisonOperatorAsString().endsWith("UpperThreshold")
            || request.comparisonOperatorAsString().startsWith("LessThanLower");
    if (band && request.thresholdMetricId() == null) {
      throw CloudWatchFault.missing("ThresholdMetricId is required for anomaly detection.");
    }
    if (!band && request.threshold() == null) {
      throw CloudWatchFault.missing("The parameter Threshold is required.");
    }
    if (request.threshold() != null && request.thresholdMetricId() != null) {
      throw CloudWatchFault.combination("Threshold and ThresholdMetricId are mutually exclusive.");
    }
  }

  private static List<String> words(Set<? extends Enum<?>> values) {
    return values.stream().map(Object::toString).sorted().toList();
  }
}
