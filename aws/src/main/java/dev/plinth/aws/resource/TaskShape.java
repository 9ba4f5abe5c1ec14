/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;

/** An ECS task that a rule or a schedule starts. */
public final class TaskShape {
  private static final int MOST_TASKS = 10;

  private TaskShape() {}

  /**
   * What EventBridge and EventBridge Scheduler have in common.
   *
   * @param strategies what Pulumi calls the placement strategies
   */
  public static Shape of(String strategies) {
    return Shape.of(
        string("taskDefinitionArn", Trait.REQUIRED).where(ValueRules.arn("ecs")),
        integer("taskCount").defaultsTo(1).where(ValueRules.range(1, MOST_TASKS)),
        string("launchType").where(ValueRules.oneOf("EC2", "FARGATE", "EXTERNAL")),
        string("platformVersion"),
        string("group").where(ValueRules.maxLength(255)),
        bool("enableEcsManagedTags").defaultsTo(false),
        bool("enableExecuteCommand").defaultsTo(false),
        string("propagateTags").where(ValueRules.oneOf("TASK_DEFINITION")),
        object("networkConfiguration", network()),
        objects("capacityProviderStrategies", capacity(), Trait.UNORDERED)
            .called("CapacityProviderStrategy"),
        objects("placementConstraints", constraint(), Trait.UNORDERED)
            .where(ValueRules.maxItems(10)),
        objects(strategies, strategy()).called("PlacementStrategy").where(ValueRules.maxItems(5)));
  }

  private static Shape network() {
    return Shape.of(
        strings("subnets", Trait.REQUIRED, Trait.UNORDERED).called("AwsvpcConfiguration.Subnets"),
        strings("securityGroups", Trait.UNORDERED).called("AwsvpcConfiguration.SecurityGroups"),
        bool("assignPublicIp").defaultsTo(false).called("AwsvpcConfiguration.AssignPublicIp"));
  }

  private static Shape capacity() {
    return Shape.of(
        string("capacityProvider", Trait.REQUIRED),
        integer("base").defaultsTo(0).where(ValueRules.range(0, 100_000)),
        integer("weight").defaultsTo(0).where(ValueRules.range(0, 1000)));
  }

  private static Shape constraint() {
    return Shape.of(
        string("type", Trait.REQUIRED).where(ValueRules.oneOf("distinctInstance", "memberOf")),
        string("expression").where(ValueRules.maxLength(2000)));
  }

  private static Shape strategy() {
    return Shape.of(
        string("type", Trait.REQUIRED).where(ValueRules.oneOf("random", "spread", "binpack")),
        string("field").where(ValueRules.maxLength(255)));
  }
}
