/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.scheduler;

import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.json;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.resource.TaskShape;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/** A schedule of EventBridge Scheduler. Its id, also for an import, is {@code GROUP/NAME}. */
public final class ScheduleType implements ResourceType {
  private static final int LONGEST_AUTONAME = 255;
  private static final int DAY = 86_400;
  private static final int MOST_RETRIES = 185;

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:scheduler/schedule:Schedule",
          "EventBridge schedule",
          Shape.of(
                  string("name", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(ScheduleGroupType.LONGEST_NAME))
                      .where(ValueRules.letters(ScheduleGroupType.LETTERS)),
                  string("namePrefix", Trait.REPLACES, Trait.UNREADABLE)
                      .where(
                          ValueRules.maxLength(
                              ScheduleGroupType.LONGEST_NAME - PrefixedName.SUFFIX_LENGTH))
                      .where(ValueRules.letters(ScheduleGroupType.LETTERS)),
                  string("groupName", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(ScheduleGroupType.LONGEST_NAME))
                      .where(ValueRules.letters(ScheduleGroupType.LETTERS)),
                  string("scheduleExpression", Trait.REQUIRED).where(ValueRules.maxLength(256)),
                  string("scheduleExpressionTimezone")
                      .defaultsTo("UTC")
                      .where(ValueRules.maxLength(50)),
                  object("flexibleTimeWindow", window(), Trait.REQUIRED),
                  object("target", target(), Trait.REQUIRED),
                  string("state")
                      .defaultsTo("ENABLED")
                      .where(ValueRules.oneOf("ENABLED", "DISABLED")),
                  string("startDate").comparedBy(Instants::same).where(Instants.RULE),
                  string("endDate").comparedBy(Instants::same).where(Instants.RULE),
                  string("description").where(ValueRules.maxLength(512)),
                  string("kmsKeyArn").where(ValueRules.arn("kms")),
                  string("arn", Trait.OUTPUT))
              .demanding(Constraints.atMostOneOf("name", "namePrefix")),
          new Autoname("name", LONGEST_AUTONAME, "namePrefix"),
          List.of("groupName", "name"));

  private static Shape window() {
    return Shape.of(
        string("mode", Trait.REQUIRED).where(ValueRules.oneOf("OFF", "FLEXIBLE")),
        integer("maximumWindowInMinutes").where(ValueRules.range(1, 1440)));
  }

  private static Shape target() {
    return Shape.of(
        string("arn", Trait.REQUIRED).where(ValueRules.startsWith("arn:")),
        string("roleArn", Trait.REQUIRED).where(ValueRules.arn("iam")),
        json("input"),
        object(
            "deadLetterConfig",
            Shape.of(string("arn", Trait.REQUIRED).where(ValueRules.arn("sqs")))),
        object("retryPolicy", retryPolicy()),
        object("sqsParameters", Shape.of(string("messageGroupId"))),
        object(
            "eventbridgeParameters",
            Shape.of(string("detailType", Trait.REQUIRED), string("source", Trait.REQUIRED))),
        object("kinesisParameters", Shape.of(string("partitionKey", Trait.REQUIRED))),
        object("ecsParameters", task()),
        object("sagemakerPipelineParameters", pipeline()));
  }

  /** AWS fills in what a policy leaves out, or all of it where there is none. */
  private static Shape retryPolicy() {
    return Shape.of(
        integer("maximumEventAgeInSeconds").defaultsTo(DAY).where(ValueRules.range(60, DAY)),
        integer("maximumRetryAttempts")
            .defaultsTo(MOST_RETRIES)
            .where(ValueRules.range(0, MOST_RETRIES)));
  }

  private static Shape task() {
    return TaskShape.of("placementStrategies")
        .and(string("referenceId"))
        .refusing(
            "tags",
            "AWS does not document how Scheduler takes the tags of a task: tag the task definition,"
                + " and set propagateTags.");
  }

  private static Shape pipeline() {
    return Shape.of(
        objects(
                "pipelineParameters",
                Shape.of(string("name", Trait.REQUIRED), string("value", Trait.REQUIRED)),
                Trait.UNORDERED)
            .called("PipelineParameterList")
            .where(ValueRules.maxItems(200)));
  }

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name").map(name -> ScheduleOperations.id(inputs));
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new ScheduleOperations(session);
  }
}
