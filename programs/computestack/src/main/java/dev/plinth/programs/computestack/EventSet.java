/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.EventBus;
import com.pulumi.aws.cloudwatch.EventBusArgs;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.StackEventRule;
import java.util.List;

/** The stack's event bus, and the rules: of that bus and of others. */
final class EventSet {
  private static final String ID = "events";

  private final Site site;
  private final EventBus bus;

  private EventSet(Site site) {
    this.site = site;
    this.bus =
        new EventBus(
            ID,
            EventBusArgs.builder().name(site.stack().busName()).tags(site.tags()).build(),
            site.options().build());
  }

  static void create(Site site, QueueSet queues, EventTargets targets) {
    if (site.stack().hasEvents()) {
      EventSet events = new EventSet(site);
      if (!site.stack().rules().isEmpty()) {
        events.addRules(queues, targets);
      }
    }
  }

  private void addRules(QueueSet queues, EventTargets targets) {
    List<StackEventRule> rules = site.stack().rules();
    Queue deadLetters = queues.deadLetter(ID);
    queues.admit(
        ID + "-dlq", deadLetters, identity -> List.of(QueueSet.Sender.of(rules, identity)));
    for (StackEventRule plan : rules) {
      EventRule rule = rule(plan);
      targets.add(plan, rule, busOf(plan), deadLetters);
    }
  }

  private EventRule rule(StackEventRule plan) {
    return new EventRule(
        plan.id(),
        EventRuleArgs.builder()
            .name(plan.name())
            .eventBusName(busOf(plan))
            .eventPattern(plan.spec().getPattern())
            .state("ENABLED")
            .tags(site.tags())
            .build(),
        site.options().build());
  }

  private Output<String> busOf(StackEventRule plan) {
    return plan.bus().equals(site.stack().busName()) ? bus.name() : Output.of(plan.bus());
  }
}
