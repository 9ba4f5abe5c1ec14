/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.json;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.resource.TaskShape;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.List;

/**
 * The properties of {@code aws:cloudwatch/eventTarget:EventTarget}; limits as the EventBridge API
 * reference states them for Target.
 */
final class EventTargetSchema {
  private static final int LONGEST_AUTONAME = 255;
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_PATH = 256;
  private static final int LONGEST_INPUT = 8192;

  private static final Property[] BASICS = {
    string("rule", Trait.REQUIRED, Trait.REPLACES)
        .where(ValueRules.maxLength(EventNames.LONGEST_RULE))
        .where(ValueRules.letters(EventNames.LETTERS)),
    EventNames.bus(),
    string("targetId", Trait.REPLACES)
        .called("Id")
        .where(ValueRules.maxLength(LONGEST_ID))
        .where(ValueRules.letters(EventNames.LETTERS)),
    string("arn", Trait.REQUIRED).where(ValueRules.startsWith("arn:")),
    string("roleArn").where(ValueRules.arn("iam")),
    json("input").where(ValueRules.maxLength(LONGEST_INPUT)),
    string("inputPath").where(ValueRules.maxLength(LONGEST_PATH)),
    object("inputTransformer", transformer()),
    object("deadLetterConfig", Shape.of(string("arn").where(ValueRules.arn("sqs")))),
    object("retryPolicy", retryPolicy()),
    bool("forceDestroy", Trait.UNREADABLE).defaultsTo(false),
  };

  private static final Property[] BY_SERVICE = {
    object("sqsTarget", Shape.of(string("messageGroupId"))).called("SqsParameters"),
    object("kinesisTarget", Shape.of(string("partitionKeyPath"))).called("KinesisParameters"),
    object("ecsTarget", TaskShape.of("orderedPlacementStrategies").and(stringMap("tags")))
        .called("EcsParameters"),
    object("batchTarget", batch()).called("BatchParameters"),
    object("httpTarget", http()).called("HttpParameters"),
    object("redshiftTarget", redshift()).called("RedshiftDataParameters"),
    object(
            "sagemakerPipelineTarget",
            Shape.of(
                objects(
                        "pipelineParameterLists",
                        Shape.of(string("name", Trait.REQUIRED), string("value", Trait.REQUIRED)),
                        Trait.UNORDERED)
                    .called("PipelineParameterList")
                    .where(ValueRules.maxItems(200))))
        .called("SageMakerPipelineParameters"),
    object("appsyncTarget", Shape.of(string("graphqlOperation"))).called("AppSyncParameters"),
    objects(
            "runCommandTargets",
            Shape.of(string("key", Trait.REQUIRED), strings("values", Trait.REQUIRED)))
        .called("RunCommandParameters.RunCommandTargets")
        .where(ValueRules.maxItems(5)),
  };

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:cloudwatch/eventTarget:EventTarget",
          "EventBridge target",
          Shape.of(BASICS)
              .and(BY_SERVICE)
              .demanding(Constraints.atMostOneOf("input", "inputPath", "inputTransformer")),
          new Autoname("targetId", LONGEST_AUTONAME, null),
          List.of("eventBusName", "rule", "targetId"));

  private EventTargetSchema() {}

  private static Shape transformer() {
    return Shape.of(
        stringMap("inputPaths").called("InputPathsMap").where(ValueRules.maxEntries(100)),
        string("inputTemplate", Trait.REQUIRED).where(ValueRules.maxLength(LONGEST_INPUT)));
  }

  private static Shape retryPolicy() {
    return Shape.of(
        integer("maximumEventAgeInSeconds").where(ValueRules.range(60, 86_400)),
        integer("maximumRetryAttempts").where(ValueRules.range(0, 185)));
  }

  private static Shape batch() {
    return Shape.of(
        string("jobDefinition", Trait.REQUIRED),
        string("jobName", Trait.REQUIRED),
        integer("arraySize").called("ArrayProperties.Size").where(ValueRules.range(2, 10_000)),
        integer("jobAttempts").called("RetryStrategy.Attempts").where(ValueRules.range(1, 10)));
  }

  private static Shape http() {
    return Shape.of(
        stringMap("headerParameters", Trait.SENSITIVE),
        strings("pathParameterValues"),
        stringMap("queryStringParameters"));
  }

  private static Shape redshift() {
    return Shape.of(
        string("database", Trait.REQUIRED).where(ValueRules.maxLength(64)),
        string("dbUser").where(ValueRules.maxLength(128)),
        string("secretsManagerArn")
            .called("SecretManagerArn")
            .where(ValueRules.arn("secretsmanager")),
        string("sql").where(ValueRules.maxLength(100_000)),
        string("statementName").where(ValueRules.maxLength(500)),
        bool("withEvent"));
  }
}
