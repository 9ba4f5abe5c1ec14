/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.ScheduleGroup;
import com.pulumi.aws.scheduler.ScheduleGroupArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetDeadLetterConfigArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.aws.sqs.Queue;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.Placed;
import dev.plinth.api.computestack.access.Edge;
import java.util.ArrayList;
import java.util.List;

/** The schedules, in a group of their own, with one role that may invoke what they run. */
final class ScheduleSet {
  private static final String ID = "schedules";
  private static final int RETRIES = 3;
  private static final int EVENT_AGE_SECONDS = 3600;

  private final Site site;
  private final FunctionSet functions;

  private ScheduleSet(Site site, FunctionSet functions) {
    this.site = site;
    this.functions = functions;
  }

  static void create(Site site, FunctionSet functions, QueueSet queues) {
    if (!site.stack().schedules().isEmpty()) {
      new ScheduleSet(site, functions).create(queues);
    }
  }

  private void create(QueueSet queues) {
    Queue deadLetters = queues.deadLetter(ID);
    ScheduleGroup group =
        new ScheduleGroup(
            ID,
            ScheduleGroupArgs.builder().name(site.name(ID)).tags(site.tags()).build(),
            site.options().build());
    List<Edge> edges = new ArrayList<>();
    edges.add(new Edge.Invoke(targets()));
    edges.add(new Edge.DeliverFailures(site.name(ID) + "-dlq"));
    site.stack().kmsKeyArn().ifPresent(key -> edges.add(new Edge.UseKey(key, true)));
    ServiceRole role = ServiceRole.create(site, ID, "scheduler.amazonaws.com", edges);
    site.stack().schedules().forEach(schedule -> add(schedule, group, role, deadLetters));
  }

  /** Functions by name, and by their alias where they have one. */
  private List<String> targets() {
    List<String> targets = new ArrayList<>();
    for (Placed<dev.plinth.proto.computestack.Schedule> schedule : site.stack().schedules()) {
      String target = functions.require(ComputeStack.scheduled(schedule)).callName();
      if (!targets.contains(target)) {
        targets.add(target);
      }
    }
    return targets;
  }

  private void add(
      Placed<dev.plinth.proto.computestack.Schedule> plan,
      ScheduleGroup group,
      ServiceRole role,
      Queue deadLetters) {
    dev.plinth.proto.computestack.Schedule spec = plan.spec();
    MadeFunction function = functions.require(ComputeStack.scheduled(plan));
    String timeZone = spec.getTimeZone();
    new Schedule(
        spec.getName(),
        ScheduleArgs.builder()
            .name(site.name(spec.getName()))
            .groupName(group.name())
            .scheduleExpression(spec.getExpression())
            .scheduleExpressionTimezone(timeZone.isEmpty() ? "UTC" : timeZone)
            .state("ENABLED")
            .flexibleTimeWindow(window(spec.getFlexibleWindowMinutes()))
            .target(target(spec, function, role, deadLetters))
            .build(),
        site.options().dependsOn(role.policy()).build());
  }

  private static ScheduleFlexibleTimeWindowArgs window(int minutes) {
    ScheduleFlexibleTimeWindowArgs.Builder window = ScheduleFlexibleTimeWindowArgs.builder();
    return minutes > 0
        ? window.mode("FLEXIBLE").maximumWindowInMinutes(minutes).build()
        : window.mode("OFF").build();
  }

  private static ScheduleTargetArgs target(
      dev.plinth.proto.computestack.Schedule spec,
      MadeFunction function,
      ServiceRole role,
      Queue deadLetters) {
    int age = spec.getMaximumEventAgeSeconds();
    ScheduleTargetArgs.Builder target =
        ScheduleTargetArgs.builder()
            .arn(function.arn())
            .roleArn(role.role().arn())
            .deadLetterConfig(
                ScheduleTargetDeadLetterConfigArgs.builder().arn(deadLetters.arn()).build())
            .retryPolicy(
                ScheduleTargetRetryPolicyArgs.builder()
                    .maximumRetryAttempts(
                        spec.hasMaximumRetryAttempts() ? spec.getMaximumRetryAttempts() : RETRIES)
                    .maximumEventAgeInSeconds(age > 0 ? age : EVENT_AGE_SECONDS)
                    .build());
    if (!spec.getInput().isEmpty()) {
      target.input(spec.getInput());
    }
    return target.build();
  }
}
