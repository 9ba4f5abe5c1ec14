/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;
import static dev.plinth.aws.contract.Values.text;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;

/** Schedules and their groups. */
final class ScheduleCases {
  private ScheduleCases() {}

  static ContractCase group(Setting setting) {
    return new ContractCase(
        "aws:scheduler/scheduleGroup:ScheduleGroup",
        map("name", "shop"),
        Map.of("tags", object("team", "shop")),
        Map.of("name", map("name", "other")),
        (aws, name) -> scheduler(aws).deleteScheduleGroup(request -> request.name(name)),
        "",
        (aws, name) -> found(() -> scheduler(aws).getScheduleGroup(request -> request.name(name))));
  }

  static ContractCase schedule(Setting setting) {
    Surroundings there = setting.surroundings();
    setting.given("aws:scheduler/scheduleGroup:ScheduleGroup", map("name", "shop"));
    PropertyMap target =
        PropertyMap.builder()
            .put("arn", there.arn("sqs", "orders"))
            .put("roleArn", there.role("orders"))
            .put("input", "{\"a\": 1}")
            .put(
                "retryPolicy",
                PropertyMap.builder()
                    .put("maximumRetryAttempts", 3)
                    .put("maximumEventAgeInSeconds", 3600)
                    .build())
            .build();
    return new ContractCase(
        "aws:scheduler/schedule:Schedule",
        PropertyMap.builder()
            .put("name", "orders")
            .put("groupName", "shop")
            .put("scheduleExpression", "rate(5 minutes)")
            .put("flexibleTimeWindow", map("mode", "OFF"))
            .put("target", target)
            .build(),
        Map.of(
            "scheduleExpression", text("cron(0 8 ? * MON-FRI *)"),
            "scheduleExpressionTimezone", text("Europe/Berlin"),
            "state", text("DISABLED"),
            "description", text("Looks for orders"),
            "startDate", text("2030-01-31T12:00:00+01:00"),
            "flexibleTimeWindow", PropertyValue.of(window()),
            "target", PropertyValue.of(target.with("arn", text(there.arn("sqs", "others"))))),
        Map.of("name", map("name", "other"), "groupName", map("groupName", "other")),
        (aws, id) ->
            scheduler(aws)
                .updateSchedule(
                    request ->
                        request
                            .groupName("shop")
                            .name("orders")
                            .scheduleExpression("rate(1 day)")
                            .flexibleTimeWindow(off -> off.mode(FlexibleTimeWindowMode.OFF))
                            .target(
                                to ->
                                    to.arn(there.arn("sqs", "orders"))
                                        .roleArn(there.role("orders"))
                                        .input("{\"a\": 1}")
                                        .retryPolicy(
                                            retries ->
                                                retries
                                                    .maximumRetryAttempts(3)
                                                    .maximumEventAgeInSeconds(3600)))),
        "scheduleExpression",
        (aws, id) ->
            found(
                () ->
                    scheduler(aws)
                        .getSchedule(request -> request.groupName("shop").name("orders"))));
  }

  private static PropertyMap window() {
    return PropertyMap.builder().put("mode", "FLEXIBLE").put("maximumWindowInMinutes", 5).build();
  }

  private static SchedulerClient scheduler(AwsClients aws) {
    return aws.of(AwsService.SCHEDULER);
  }

  private static boolean found(Runnable read) {
    try {
      read.run();
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
