/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackQueue;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one dashboard: functions, errors, queues, workflow. */
final class DashboardPage {
  private static final int WIDTH = 12;
  private static final int HEIGHT = 6;

  private final ComputeStack stack;
  private final Identity identity;
  private final List<Object> widgets = new ArrayList<>();

  private DashboardPage(ComputeStack stack, Identity identity) {
    this.stack = stack;
    this.identity = identity;
  }

  static Optional<Dashboard> create(Site site) {
    if (!site.stack().hasDashboard()) {
      return Optional.empty();
    }
    return Optional.of(
        new Dashboard(
            "dashboard",
            DashboardArgs.builder()
                .dashboardName(site.stack().names().prefix())
                .dashboardBody(
                    site.inAccount(identity -> new DashboardPage(site.stack(), identity).body()))
                .build(),
            site.options().build()));
  }

  private String body() {
    functions("Invocations", "Invocations", "Sum");
    functions("Errors", "Errors", "Sum");
    functions("Duration (p99)", "Duration", "p99");
    functions("Throttles", "Throttles", "Sum");
    functions("Concurrent executions", "ConcurrentExecutions", "Maximum");
    widget("Cold starts", "Sum", coldStarts());
    queues("Messages waiting", "ApproximateNumberOfMessagesVisible", false);
    queues("Age of the oldest message", "ApproximateAgeOfOldestMessage", false);
    queues("Dead letters", "ApproximateNumberOfMessagesVisible", true);
    if (stack.hasPipeline()) {
      widget("Data pipeline", "Sum", pipeline());
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

  private List<Object> coldStarts() {
    List<Object> lines = new ArrayList<>();
    for (StackFunction function : stack.functions()) {
      lines.add(List.of(stack.names().metricNamespace(), Metrics.coldStarts(function.id())));
    }
    return lines;
  }

  private void queues(String title, String metric, boolean deadLetters) {
    List<Object> lines = new ArrayList<>();
    for (StackQueue queue : stack.queues()) {
      String name = deadLetters ? queue.dlqName() : queue.name();
      lines.add(List.of("AWS/SQS", metric, "QueueName", name));
    }
    if (!lines.isEmpty()) {
      widget(title, "Maximum", lines);
    }
  }

  private List<Object> pipeline() {
    String arn = identity.arn("states", "stateMachine:" + stack.pipelineName());
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
