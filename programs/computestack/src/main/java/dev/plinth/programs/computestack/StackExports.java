/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.Context;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.StandardFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a stack exports. What is switched off has no export. */
record StackExports(
    Site site,
    FunctionSet functions,
    QueueSet queues,
    TopicSet topics,
    UrlSet urls,
    Optional<Api> api,
    Optional<StateMachine> pipeline,
    LogSet logs,
    AlarmSet alarms,
    Optional<Dashboard> dashboard) {

  void exportTo(Context ctx) {
    for (StandardFunction role : StandardFunction.values()) {
      functions
          .find(role)
          .ifPresent(made -> ctx.export(camelCase(role.id()) + "Arn", made.function().arn()));
    }
    urls.find(StandardFunction.API_PROCESSOR.id())
        .ifPresent(url -> ctx.export("apiProcessorFunctionUrl", url.functionUrl()));
    queues.find("task").ifPresent(queue -> ctx.export("taskQueueUrl", queue.url()));
    queues.find("task").ifPresent(queue -> ctx.export("taskQueueArn", queue.arn()));
    queues.find("notification").ifPresent(queue -> ctx.export("notificationQueueUrl", queue.url()));
    topics.notifications().ifPresent(topic -> ctx.export("notificationsTopicArn", topic.arn()));
    topics.alerts().ifPresent(topic -> ctx.export("alertsTopicArn", topic.arn()));
    pipeline.ifPresent(machine -> ctx.export("dataPipelineArn", machine.arn()));
    api.ifPresent(made -> ctx.export("httpApiUrl", made.apiEndpoint()));
    dashboard.ifPresent(page -> ctx.export("dashboardUrl", urlOf(page)));
    Map<String, Output<String>> further = new LinkedHashMap<>();
    Map<String, Output<String>> logGroups = new LinkedHashMap<>();
    for (MadeFunction made : functions.all()) {
      logGroups.put(made.id(), made.logGroup().name());
      if (made.plan().standard().isEmpty()) {
        further.put(made.id(), made.function().arn());
      }
    }
    logGroups.putAll(logs.names());
    Map<String, Output<String>> deadLetters = new LinkedHashMap<>();
    queues.deadLetterQueues().forEach((serves, queue) -> deadLetters.put(serves, queue.url()));
    ctx.export("logGroups", Output.of(logGroups));
    ctx.export("deadLetterQueueUrls", Output.of(deadLetters));
    ctx.export("alarmNames", Output.of(alarms.names()));
    if (!further.isEmpty()) {
      ctx.export("furtherFunctionArns", Output.of(further));
    }
  }

  private Output<String> urlOf(Dashboard page) {
    return Output.tuple(page.dashboardName(), site.inAccount(identity -> identity))
        .applyValue(
            found ->
                "https://%1$s.%2$s/cloudwatch/home?region=%1$s#dashboards/dashboard/%3$s"
                    .formatted(found.t2.region(), consoleHost(found.t2.partition()), found.t1));
  }

  private static String consoleHost(String partition) {
    return switch (partition) {
      case "aws-cn" -> "console.amazonaws.cn";
      case "aws-us-gov" -> "console.amazonaws-us-gov.com";
      default -> "console.aws.amazon.com";
    };
  }

  private static String camelCase(String id) {
    StringBuilder text = new StringBuilder();
    for (String word : id.split("_", -1)) {
      text.append(
          text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }
}
