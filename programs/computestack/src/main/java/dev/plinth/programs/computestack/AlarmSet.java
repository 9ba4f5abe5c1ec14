/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.ResourceNames;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackQueue;
import dev.plinth.proto.computestack.Alarms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The alarms. All of them go to the alerts topic; silence is no alarm. */
final class AlarmSet {
  private static final int PERIOD_SECONDS = 300;
  private static final int DURATION_PERCENT = 80;
  private static final int CONCURRENCY_PERCENT = 80;
  private static final int COLD_STARTS = 100;
  private static final int AGE_FACTOR = 3;

  private final Site site;
  private final Alarms spec;
  private final Optional<Topic> alerts;
  private final TreeSet<String> names = new TreeSet<>();

  AlarmSet(Site site, Optional<Topic> alerts) {
    this.site = site;
    this.spec = site.stack().spec().getAlarms();
    this.alerts = alerts;
  }

  /** Watches all that was made; every dead-letter queue must have been made before. */
  void watch(
      FunctionSet functions,
      QueueSet queues,
      Optional<StateMachine> pipeline,
      Optional<StateMachine> breaker) {
    if (site.stack().hasAlarms()) {
      functions.all().forEach(function -> watch(function.plan(), function));
      site.stack().queues().forEach(plan -> watch(plan, queues.require(plan.id())));
      queues.deadLetterQueues().forEach(this::watchDeadLetters);
      pipeline.ifPresent(machine -> watch(DataPipeline.ID, "the data pipeline", "", machine));
      breaker.ifPresent(
          machine ->
              watch(
                  CircuitBreaker.ID,
                  "the circuit breaker",
                  ": see whether the mapping of data_processor is enabled",
                  machine));
    }
  }

  private void watch(StackFunction plan, MadeFunction function) {
    Output<Map<String, String>> dimensions =
        function.function().name().applyValue(name -> Map.of("FunctionName", name));
    int asked = spec.getErrorRatePercent();
    errorRate(
        plan.id() + "-errors",
        "Invocations of " + plan.id() + " fail",
        dimensions,
        asked > 0 ? asked : site.stack().settings().errorRatePercent());
    int percent = spec.getDurationPercentOfTimeout();
    double milliseconds = plan.timeoutSeconds() * 10.0 * (percent > 0 ? percent : DURATION_PERCENT);
    add(
        plan.id() + "-duration",
        metric("AWS/Lambda", "Duration", dimensions)
            .extendedStatistic("p99")
            .threshold(milliseconds)
            .alarmDescription(plan.id() + " comes near its timeout"));
    add(
        plan.id() + "-throttles",
        metric("AWS/Lambda", "Throttles", dimensions)
            .statistic("Sum")
            .threshold(0.0)
            .alarmDescription(plan.id() + " is throttled"));
    int limit = plan.reservedConcurrency().orElse(site.stack().accountConcurrency());
    add(
        plan.id() + "-concurrency",
        metric("AWS/Lambda", "ConcurrentExecutions", dimensions)
            .statistic("Maximum")
            .threshold(limit * CONCURRENCY_PERCENT / 100.0)
            .alarmDescription(plan.id() + " comes near its concurrency of " + limit));
    int coldStarts = spec.getColdStarts();
    add(
        plan.id() + "-cold-starts",
        alarm()
            .namespace(site.stack().names().metricNamespace())
            .metricName(ResourceNames.coldStarts(plan.id()))
            .period(PERIOD_SECONDS)
            .statistic("Sum")
            .threshold((double) (coldStarts > 0 ? coldStarts : COLD_STARTS))
            .alarmDescription(plan.id() + " starts cold too often"));
  }

  /** An alarm on the share of failed invocations, which other concerns may want too. */
  MetricAlarm errorRate(
      String id, String description, Output<Map<String, String>> dimensions, int percent) {
    return add(
        id,
        alarm()
            .metricQueries(
                MetricAlarmMetricQueryArgs.builder()
                    .id("rate")
                    .expression(errorPercent("errors", "invocations"))
                    .label("Error rate (%)")
                    .returnData(true)
                    .build(),
                query("errors", "Errors", dimensions),
                query("invocations", "Invocations", dimensions))
            .threshold((double) percent)
            .alarmDescription(description));
  }

  /** The metric math of an error rate, of the ids of two metrics. */
  static String errorPercent(String errors, String invocations) {
    return "IF(%2$s > 0, 100 * %1$s / %2$s, 0)".formatted(errors, invocations);
  }

  private static MetricAlarmMetricQueryArgs query(
      String id, String metric, Output<Map<String, String>> dimensions) {
    return MetricAlarmMetricQueryArgs.builder()
        .id(id)
        .metric(
            MetricAlarmMetricQueryMetricArgs.builder()
                .namespace("AWS/Lambda")
                .metricName(metric)
                .dimensions(dimensions)
                .period(PERIOD_SECONDS)
                .stat("Sum")
                .build())
        .returnData(false)
        .build();
  }

  private void watch(StackQueue plan, Queue queue) {
    int asked = spec.getQueueAgeSeconds();
    add(
        plan.id() + "-age",
        metric("AWS/SQS", "ApproximateAgeOfOldestMessage", dimensionsOf(queue))
            .statistic("Maximum")
            .threshold((double) (asked > 0 ? asked : AGE_FACTOR * plan.visibilitySeconds()))
            .alarmDescription("The " + plan.id() + " queue falls behind"));
  }

  private void watchDeadLetters(String serves, Queue queue) {
    add(
        serves + "-dlq-depth",
        metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", dimensionsOf(queue))
            .statistic("Maximum")
            .threshold(0.0)
            .alarmDescription("The dead-letter queue of " + serves + " is not empty"));
  }

  private static Output<Map<String, String>> dimensionsOf(Queue queue) {
    return queue.name().applyValue(name -> Map.of("QueueName", name));
  }

  private void watch(String id, String words, String toDo, StateMachine machine) {
    Output<Map<String, String>> dimensions =
        machine.arn().applyValue(arn -> Map.of("StateMachineArn", arn));
    add(
        id + "-failures",
        metric("AWS/States", "ExecutionsFailed", dimensions)
            .statistic("Sum")
            .threshold(0.0)
            .alarmDescription("A run of " + words + " has failed" + toDo));
    add(
        id + "-timeouts",
        metric("AWS/States", "ExecutionsTimedOut", dimensions)
            .statistic("Sum")
            .threshold(0.0)
            .alarmDescription("A run of " + words + " has timed out" + toDo));
  }

  private static MetricAlarmArgs.Builder metric(
      String namespace, String name, Output<Map<String, String>> dimensions) {
    return alarm()
        .namespace(namespace)
        .metricName(name)
        .dimensions(dimensions)
        .period(PERIOD_SECONDS);
  }

  private static MetricAlarmArgs.Builder alarm() {
    return MetricAlarmArgs.builder()
        .comparisonOperator("GreaterThanThreshold")
        .evaluationPeriods(1)
        .treatMissingData("notBreaching");
  }

  private MetricAlarm add(String id, MetricAlarmArgs.Builder args) {
    args.name(site.name(id)).tags(site.tags());
    alerts.ifPresent(
        topic ->
            args.alarmActions(topic.arn().applyValue(List::of))
                .okActions(topic.arn().applyValue(List::of)));
    names.add(site.name(id));
    return new MetricAlarm(id, args.build(), site.options().build());
  }

  /** Names in AWS, sorted. */
  List<String> names() {
    return List.copyOf(names);
  }
}
