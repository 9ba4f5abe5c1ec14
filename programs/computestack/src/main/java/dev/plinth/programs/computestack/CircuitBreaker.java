/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetRetryPolicyArgs;
import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sqs.Queue;
import dev.plinth.api.computestack.QueueFeed;
import dev.plinth.api.computestack.StackQueue;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.computestack.access.Edge;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.computestack.access.Statement;
import dev.plinth.api.json.JsonText;
import dev.plinth.programs.computestack.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pauses the data processor's queue while the data processor fails: an alarm on its error rate
 * starts a state machine, which may change that one mapping and nothing else.
 */
final class CircuitBreaker {
  static final String ID = "circuit_breaker";

  private final Site site;
  private final MadeFunction function;
  private final StackQueue queue;
  private final EventSourceMapping mapping;

  private CircuitBreaker(
      Site site, MadeFunction function, StackQueue queue, EventSourceMapping mapping) {
    this.site = site;
    this.function = function;
    this.queue = queue;
    this.mapping = mapping;
  }

  /** The breaker's state machine; empty when there is no breaker. */
  static Optional<StateMachine> create(
      Site site,
      FunctionSet functions,
      QueueSet queues,
      SourceMappings mappings,
      AlarmSet alarms,
      LogSet logs) {
    return site.stack()
        .brokenFeed()
        .map(
            (QueueFeed feed) ->
                new CircuitBreaker(
                        site,
                        functions.require(StandardFunction.DATA_PROCESSOR.id()),
                        site.stack().queue(feed.queue()).orElseThrow(),
                        mappings.require(feed))
                    .create(queues, alarms, logs));
  }

  private StateMachine create(QueueSet queues, AlarmSet alarms, LogSet logs) {
    MetricAlarm alarm =
        alarms.errorRate(
            ID,
            "The circuit breaker of data_processor opens",
            function.function().name().applyValue(name -> Map.of("FunctionName", name)),
            site.stack().breakerErrorRatePercent());
    StateMachine machine = machine(logs);
    EventRule rule =
        new EventRule(
            ID,
            EventRuleArgs.builder()
                .name(site.name(ID))
                .eventPattern(alarm.arn().applyValue(CircuitBreaker::alarmOf))
                .state("ENABLED")
                .tags(site.tags())
                .build(),
            site.options().build());
    Queue deadLetters = queues.deadLetter(ID);
    queues.admit(
        ID + "-dlq",
        deadLetters,
        identity ->
            List.of(
                new QueueSet.Sender(
                    "AlarmRule",
                    "events.amazonaws.com",
                    List.of(identity.arn("events", "rule/" + site.name(ID))))));
    ServiceRole starter =
        ServiceRole.create(
            site,
            ID + "-start",
            "events.amazonaws.com",
            List.of(new Edge.StartExecution(site.name(ID))));
    new EventTarget(
        ID,
        EventTargetArgs.builder()
            .rule(rule.name())
            .targetId(ID)
            .arn(machine.arn())
            .roleArn(starter.role().arn())
            .input("{}")
            .retryPolicy(
                EventTargetRetryPolicyArgs.builder()
                    .maximumRetryAttempts(10)
                    .maximumEventAgeInSeconds(3600)
                    .build())
            .deadLetterConfig(
                EventTargetDeadLetterConfigArgs.builder().arn(deadLetters.arn()).build())
            .build(),
        site.options().dependsOn(starter.policy()).build());
    return machine;
  }

  private static String alarmOf(String arn) {
    Map<String, Object> pattern = new LinkedHashMap<>();
    pattern.put("source", List.of("aws.cloudwatch"));
    pattern.put("detail-type", List.of("CloudWatch Alarm State Change"));
    pattern.put("resources", List.of(arn));
    pattern.put("detail", Map.of("state", Map.of("value", List.of("ALARM"))));
    return JsonText.of(pattern);
  }

  private StateMachine machine(LogSet logs) {
    return Workflow.create(
        site,
        logs,
        ID,
        edges(),
        mapping.uuid().applyValue(id -> identity -> mayPause(identity, id)),
        mapping.uuid().applyValue(id -> identity -> definition(identity, id)));
  }

  private List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    edges.add(new Edge.Invoke(List.of(function.callName())));
    edges.add(new Edge.ConsumeMessages(List.of(queue.name())));
    edges.add(new Edge.StartExecution(site.name(ID)));
    site.stack().kmsKeyArn().ifPresent(key -> edges.add(new Edge.UseKey(key, false)));
    return edges;
  }

  private List<Statement> mayPause(Identity identity, String mappingId) {
    return List.of(
        Statement.allow(
            "PauseMapping",
            List.of("lambda:GetEventSourceMapping", "lambda:UpdateEventSourceMapping"),
            List.of(identity.arn("lambda", "event-source-mapping:" + mappingId))));
  }

  private StateMachineDefinition definition(Identity identity, String mappingId) {
    return BreakerDefinition.of(site.stack(), identity, mappingId).definition();
  }
}
