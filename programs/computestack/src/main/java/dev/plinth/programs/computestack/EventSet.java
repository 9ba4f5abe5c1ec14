/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.EventBus;
import com.pulumi.aws.cloudwatch.EventBusArgs;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetInputTransformerArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetRetryPolicyArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.Placed;
import dev.plinth.api.computestack.access.Identity;
import java.util.List;

/** The event bus, its rules and their targets. */
final class EventSet {
  private static final String ID = "events";
  private static final int RETRIES = 3;
  private static final int EVENT_AGE_SECONDS = 3600;

  private final Site site;
  private final FunctionSet functions;
  private final QueueSet queues;
  private final Invocations invocations;

  private EventSet(Site site, FunctionSet functions, QueueSet queues, Invocations invocations) {
    this.site = site;
    this.functions = functions;
    this.queues = queues;
    this.invocations = invocations;
  }

  static void create(Site site, FunctionSet functions, QueueSet queues, Invocations invocations) {
    if (site.stack().hasEvents()) {
      new EventSet(site, functions, queues, invocations).create();
    }
  }

  /** The ARN that a rule of the bus has. */
  static String ruleArn(Site site, String rule, Identity identity) {
    return identity.arn("events", "rule/" + site.stack().busName() + "/" + site.name(rule));
  }

  private void create() {
    EventBus bus =
        new EventBus(
            ID,
            EventBusArgs.builder().name(site.stack().busName()).tags(site.tags()).build(),
            site.options().build());
    List<Placed<dev.plinth.proto.computestack.EventRule>> rules = site.stack().rules();
    if (rules.isEmpty()) {
      return;
    }
    Queue deadLetters = queues.deadLetter(ID);
    queues.admit(
        ID + "-dlq",
        deadLetters,
        identity ->
            rules.stream()
                .map(
                    rule ->
                        new QueueSet.Sender(
                            "EventRule" + rules.indexOf(rule),
                            "events.amazonaws.com",
                            ruleArn(site, rule.spec().getName(), identity)))
                .toList());
    rules.forEach(rule -> add(rule.spec(), bus, deadLetters));
  }

  private void add(dev.plinth.proto.computestack.EventRule spec, EventBus bus, Queue deadLetters) {
    EventRule rule =
        new EventRule(
            spec.getName(),
            EventRuleArgs.builder()
                .name(site.name(spec.getName()))
                .eventBusName(bus.name())
                .eventPattern(spec.getPattern())
                .state("ENABLED")
                .tags(site.tags())
                .build(),
            site.options().build());
    EventTargetArgs.Builder target =
        EventTargetArgs.builder()
            .rule(rule.name())
            .eventBusName(bus.name())
            .targetId(spec.getName())
            .arn(targetOf(spec, rule))
            .retryPolicy(retry(spec))
            .deadLetterConfig(
                EventTargetDeadLetterConfigArgs.builder().arn(deadLetters.arn()).build());
    if (!spec.getInputTemplate().isEmpty()) {
      target.inputTransformer(
          EventTargetInputTransformerArgs.builder()
              .inputPaths(spec.getInputPathsMap())
              .inputTemplate(spec.getInputTemplate())
              .build());
    }
    new EventTarget(spec.getName(), target.build(), site.options().build());
  }

  private Output<String> targetOf(dev.plinth.proto.computestack.EventRule spec, EventRule rule) {
    if (!spec.getQueue().isEmpty()) {
      return queues.require(spec.getQueue()).arn();
    }
    MadeFunction function = functions.require(spec.getFunction());
    invocations.byService(
        function.id() + "-" + spec.getName(), function, "events.amazonaws.com", rule.arn());
    return function.arn();
  }

  private static EventTargetRetryPolicyArgs retry(dev.plinth.proto.computestack.EventRule spec) {
    int age = spec.getMaximumEventAgeSeconds();
    return EventTargetRetryPolicyArgs.builder()
        .maximumRetryAttempts(
            spec.hasMaximumRetryAttempts() ? spec.getMaximumRetryAttempts() : RETRIES)
        .maximumEventAgeInSeconds(age > 0 ? age : EVENT_AGE_SECONDS)
        .build();
  }
}
