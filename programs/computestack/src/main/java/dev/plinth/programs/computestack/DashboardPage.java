/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.ResourceNames;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackQueue;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one dashboard: functions, errors, queues, workflows. */
final class DashboardPage {
  private static final int WIDTH = 12;
  private static final int HEIGHT = 6;

  private final ComputeStack stack;
  private final Identity identity;
  private final List<String> deadLetterQueues;
  private final List<Object> widgets = new ArrayList<>();

  private DashboardPage(ComputeStack stack, Identity identity, List<String> deadLetterQueues) {
    this.stack = stack;
    this.identity = identity;
    this.deadLetterQueues = deadLetterQueues;
  }

  /** Shows all that was made; every dead-letter queue must have been made before. */
  static Optional<Dashboard> create(Site site, QueueSet queues) {
    if (!site.stack().hasDashboard()) {
      return Optional.empty();
    }
    Output<List<String>> deadLetterQueues =
        Output.all(queues.deadLetterQueues().values().stream().map(Queue::name).toList());
    return Optional.of(
        new Dashboard(
            "dashboard",
            DashboardArgs.builder()
                .dashboardName(site.stack().names().prefix())
                .dashboardBody(
                    Output.tuple(site.inAccount(identity -> identity), deadLetterQueues)
                        .applyValue(
                            found -> new DashboardPage(site.stack(), found.t1, found.t2).body()))
                .build(),
            site.options().build()));
  }

  private String body() {
    functions("Invocations", "Invocations", "Sum");
    functions("Errors", "Errors", "Sum");
    widget("Error rate (%)", "Sum", errorRates());
    functions("Duration (p99)", "Duration", "p99");
    functions("Throttles", "Throttles", "Sum");
    functions("Concurrent executions", "ConcurrentExecutions", "Maximum");
    widget("Cold starts", "Sum", coldStarts());
    List<String> queues = stack.queues().stream().map(StackQueue::name).toList();
    queues("Messages waiting", "ApproximateNumberOfMessagesVisible", queues);
    queues("Age of the oldest message", "ApproximateAgeOfOldestMessage", queues);
    queues("Dead letters", "ApproximateNumberOfMessagesVisible", deadLetterQueues);
    if (stack.hasPipeline()) {
      widget("Data pipeline", "Sum", machine(DataPipeline.ID));
    }
    if (stack.brokenFeed().isPresent()) {
      widget("Circuit breaker", "Sum", machine(CircuitBreaker.ID));
    }
    return JsonText.of(Map.of("widgets", widgets));
  }

  private void functions(String title, String metric, String statistic) {
    List<Object> lines = new ArrayList<>();
    for (StackFunction function : stack.functions()) {
      lines.add(List.of("AWS/Lambda", metric, "FunctionName", function.name()));
    }
    widget(title, statistic, lines);
  }

  /** A line for each function, made of two metrics that are not shown. */
  private List<Object> errorRates() {
    List<Object> lines = new ArrayList<>();
    for (StackFunction function : stack.functions()) {
      String number = String.valueOf(lines.size() / 3);
      String errors = "errors" + number;
      String invocations = "invocations" + number;
      Map<String, Object> rate = new LinkedHashMap<>();
      rate.put("id", "rate" + number);
      rate.put("label", function.name());
      rate.put("expression", AlarmSet.errorPercent(errors, invocations));
      lines.add(List.of(rate));
      lines.add(hidden(errors, "Errors", function));
      lines.add(hidden(invocations, "Invocations", function));
    }
    return lines;
  }

  private static List<Object> hidden(String id, String metric, StackFunction function) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("id", id);
    options.put("visible", false);
    return List.of("AWS/Lambda", metric, "FunctionName", function.name(), options);
  }

  private List<Object> coldStarts() {
    List<Object> lines = new ArrayList<>();
    for (StackFunction function : stack.functions()) {
      lines.add(List.of(stack.names().metricNamespace(), ResourceNames.coldStarts(function.id())));
    }
    return lines;
  }

  private void queues(String title, String metric, List<String> names) {
    List<Object> lines = new ArrayList<>();
    for (String name : names) {
      lines.add(List.of("AWS/SQS", metric, "QueueName", name));
    }
    if (!lines.isEmpty()) {
      widget(title, "Maximum", lines);
    }
  }

  private List<Object> machine(String id) {
    String arn = identity.arn("states", "stateMachine:" + stack.names().of(id));
    List<Object> lines = new ArrayList<>();
    for (String metric : List.of("ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut")) {
      lines.add(List.of("AWS/States", metric, "StateMachineArn", arn));
    }
    return lines;
  }

  private void widget(String title, String statistic, List<Object> metrics) {
    int number = widgets.size();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("title", title);
    properties.put("region", identity.region());
    properties.put("view", "timeSeries");
    properties.put("stat", statistic);
    properties.put("period", 300);
    properties.put("metrics", metrics);
    Map<String, Object> widget = new LinkedHashMap<>();
    widget.put("type", "metric");
    widget.put("x", number % 2 * WIDTH);
    widget.put("y", number / 2 * HEIGHT);
    widget.put("width", WIDTH);
    widget.put("height", HEIGHT);
    widget.put("properties", properties);
    widgets.add(widget);
  }
}
