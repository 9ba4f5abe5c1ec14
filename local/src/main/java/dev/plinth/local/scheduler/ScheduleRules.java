/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.scheduler;

import dev.plinth.local.account.Constraints;
import dev.plinth.rules.schedule.ScheduleExpression;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.RetryPolicy;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * What Scheduler demands of a schedule.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html">CreateSchedule</a>
 */
final class ScheduleRules {
  private static final int LONGEST_TEXT = 512;
  private static final int LONGEST_EXPRESSION = 256;
  private static final int LONGEST_TIMEZONE = 50;
  private static final int LONGEST_ARN = 1600;
  private static final int ARN_PARTS = 6;
  private static final String FLEXIBLE = "FLEXIBLE";

  private final GetScheduleResponse schedule;

  ScheduleRules(GetScheduleResponse schedule) {
    this.schedule = schedule;
  }

  void check() {
    members();
    ScheduleExpression.ofSchedule(schedule.scheduleExpression())
        .problem()
        .ifPresent(
            problem -> {
              throw SchedulerFault.validation(
                  "Invalid Schedule Expression "
                      + schedule.scheduleExpression()
                      + ". Reason: it "
                      + problem
                      + ".");
            });
    timezone();
    window(schedule.flexibleTimeWindow());
    if (schedule.startDate() != null
        && schedule.endDate() != null
        && !schedule.startDate().isBefore(schedule.endDate())) {
      throw SchedulerFault.validation("The StartDate you specify must come before the EndDate.");
    }
    target(schedule.target());
  }

  private void members() {
    Target target = schedule.target();
    Constraints constraints =
        ScheduleGroups.nameConstraints(schedule.name(), "name")
            .length(schedule.groupName(), "groupName", 1, 64)
            .pattern(schedule.groupName(), "groupName", ScheduleGroups.NAME)
            .required(schedule.scheduleExpression(), "scheduleExpression")
            .length(schedule.scheduleExpression(), "scheduleExpression", 1, LONGEST_EXPRESSION)
            .length(
                schedule.scheduleExpressionTimezone(),
                "scheduleExpressionTimezone",
                1,
                LONGEST_TIMEZONE)
            .length(schedule.description(), "description", 0, LONGEST_TEXT)
            .oneOf(schedule.stateAsString(), "state", List.of("ENABLED", "DISABLED"))
            .required(schedule.flexibleTimeWindow(), "flexibleTimeWindow")
            .required(target, "target");
    if (target != null) {
      constraints
          .required(target.arn(), "target.arn")
          .length(target.arn(), "target.arn", 1, LONGEST_ARN)
          .required(target.roleArn(), "target.roleArn")
          .length(target.roleArn(), "target.roleArn", 1, LONGEST_ARN);
      retries(target.retryPolicy(), constraints);
    }
    SchedulerFault.throwIfAny(constraints);
  }

  private static void retries(RetryPolicy retries, Constraints constraints) {
    if (retries != null) {
      constraints
          .range(
              retries.maximumEventAgeInSeconds(),
              "target.retryPolicy.maximumEventAgeInSeconds",
              60,
              86_400)
          .range(retries.maximumRetryAttempts(), "target.retryPolicy.maximumRetryAttempts", 0, 185);
    }
  }

  private void timezone() {
    String zone = schedule.scheduleExpressionTimezone();
    if (zone == null || zone.equals("UTC")) {
      return;
    }
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw SchedulerFault.validation("Invalid timezone " + zone + ".");
    }
  }

  private static void window(FlexibleTimeWindow window) {
    Constraints constraints =
        new Constraints()
            .required(window.modeAsString(), "flexibleTimeWindow.mode")
            .oneOf(window.modeAsString(), "flexibleTimeWindow.mode", List.of(FLEXIBLE, "OFF"))
            .range(
                window.maximumWindowInMinutes(),
                "flexibleTimeWindow.maximumWindowInMinutes",
                1,
                1440);
    SchedulerFault.throwIfAny(constraints);
    boolean flexible = window.modeAsString().equals(FLEXIBLE);
    if (flexible != (window.maximumWindowInMinutes() != null)) {
      throw SchedulerFault.validation(
          flexible
              ? "A flexible time window with the mode FLEXIBLE needs MaximumWindowInMinutes."
              : "MaximumWindowInMinutes works only with the mode FLEXIBLE.");
    }
  }

  private static void target(Target target) {
    String[] parts = target.arn().split(":", ARN_PARTS);
    if (parts.length != ARN_PARTS || !parts[0].equals("arn") || parts[ARN_PARTS - 1].isEmpty()) {
      throw SchedulerFault.validation("Provided Arn is not in correct format.");
    }
    boolean fifo = parts[2].equals("sqs") && target.arn().endsWith(".fifo");
    if (fifo && target.sqsParameters() == null) {
      throw SchedulerFault.validation("SqsParameters are required for a FIFO queue.");
    }
    boolean bus = parts[2].equals("events") && parts[ARN_PARTS - 1].startsWith("event-bus/");
    if (bus && target.eventBridgeParameters() == null) {
      throw SchedulerFault.validation("EventBridgeParameters are required for an event bus.");
    }
    if (parts[2].equals("kinesis") && target.kinesisParameters() == null) {
      throw SchedulerFault.validation("KinesisParameters are required for a stream.");
    }
  }
}
