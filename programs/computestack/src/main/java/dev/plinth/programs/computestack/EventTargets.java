/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetInputTransformerArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetRetryPolicyArgs;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.api.computestack.StackEventRule;
import dev.plinth.api.computestack.StackTarget;
import dev.plinth.api.computestack.access.Edge;
import java.util.List;
import java.util.Optional;

/**
 * Where the events of rules go. Functions, queues and topics admit each rule by its ARN; to start
 * the data pipeline EventBridge needs a role, which may do that and nothing else.
 */
final class EventTargets {
  private static final String ID = "events";
  private static final String SERVICE = "events.amazonaws.com";

  private final Site site;
  private final FunctionSet functions;
  private final QueueSet queues;
  private final Optional<Topic> topic;
  private final Optional<StateMachine> pipeline;
  private final Invocations invocations;
  private final Optional<ServiceRole> starter;

  EventTargets(
      Site site,
      FunctionSet functions,
      QueueSet queues,
      Optional<Topic> topic,
      Optional<StateMachine> pipeline,
      Invocations invocations) {
    this.site = site;
    this.functions = functions;
    this.queues = queues;
    this.topic = topic;
    this.pipeline = pipeline;
    this.invocations = invocations;
    this.starter =
        site.stack().anyRule(target -> target.spec().getPipeline())
            ? Optional.of(
                ServiceRole.create(
                    site,
                    ID,
                    SERVICE,
                    List.of(new Edge.StartExecution(site.stack().pipelineName()))))
            : Optional.empty();
  }

  void add(StackEventRule plan, EventRule rule, Output<String> bus, Queue deadLetters) {
    for (StackTarget target : plan.targets()) {
      EventTargetArgs.Builder args =
          EventTargetArgs.builder()
              .rule(rule.name())
              .eventBusName(bus)
              .targetId(target.id())
              .arn(arnOf(target, rule))
              .retryPolicy(
                  EventTargetRetryPolicyArgs.builder()
                      .maximumRetryAttempts(target.retryAttempts())
                      .maximumEventAgeInSeconds(target.eventAgeSeconds())
                      .build())
              .deadLetterConfig(
                  EventTargetDeadLetterConfigArgs.builder().arn(deadLetters.arn()).build());
      if (!target.spec().getInputTemplate().isEmpty()) {
        args.inputTransformer(
            EventTargetInputTransformerArgs.builder()
                .inputPaths(target.spec().getInputPathsMap())
                .inputTemplate(target.spec().getInputTemplate())
                .build());
      }
      CustomResourceOptions.Builder options = site.options();
      if (target.spec().getPipeline()) {
        args.roleArn(starter.orElseThrow().role().arn());
        options.dependsOn(starter.orElseThrow().policy());
      }
      new EventTarget(target.logicalName(), args.build(), options.build());
    }
  }

  private Output<String> arnOf(StackTarget target, EventRule rule) {
    if (target.spec().getTopic()) {
      return topic.orElseThrow().arn();
    }
    if (target.spec().getPipeline()) {
      return pipeline.orElseThrow().arn();
    }
    if (!target.spec().getQueue().isEmpty()) {
      return queues.require(target.spec().getQueue()).arn();
    }
    MadeFunction function = functions.require(target.spec().getFunction());
    invocations.byService(function.id() + "-" + target.rule(), function, SERVICE, rule.arn());
    return function.arn();
  }
}
