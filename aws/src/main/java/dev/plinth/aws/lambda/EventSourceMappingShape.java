/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** The properties of {@code aws:lambda/eventSourceMapping:EventSourceMapping}. */
final class EventSourceMappingShape {
  private static final Property[] SOURCE = {
    string("eventSourceArn", Trait.REPLACES).where(ValueRules.startsWith("arn:")),
    object(
        "selfManagedEventSource",
        Shape.of(stringMap("endpoints", Trait.REQUIRED, Trait.REPLACES)),
        Trait.REPLACES),
    string("startingPosition", Trait.REPLACES)
        .where(ValueRules.oneOf("AT_TIMESTAMP", "LATEST", "TRIM_HORIZON")),
    string("startingPositionTimestamp", Trait.REPLACES)
        .comparedBy(EventSourceMappingShape::sameTime),
    string("queues", Trait.REPLACES).where(ValueRules.maxLength(1000)),
    strings("topics", Trait.REPLACES, Trait.UNORDERED),
    object("amazonManagedKafkaEventSourceConfig", kafka(), Trait.REPLACES, Trait.COMPUTED),
    object("selfManagedKafkaEventSourceConfig", kafka(), Trait.REPLACES, Trait.COMPUTED),
    object(
            "documentDbEventSourceConfig",
            Shape.of(
                string("collectionName"),
                string("databaseName", Trait.REQUIRED),
                string("fullDocument")
                    .defaultsTo("Default")
                    .where(ValueRules.oneOf("UpdateLookup", "Default"))))
        .called("DocumentDBEventSourceConfig"),
    objects(
            "sourceAccessConfigurations",
            Shape.of(string("type", Trait.REQUIRED), string("uri", Trait.REQUIRED).called("URI")),
            Trait.UNORDERED)
        .where(ValueRules.maxItems(22)),
  };

  private static final Property[] DELIVERY = {
    string("functionName", Trait.REQUIRED).comparedBy(FunctionReference::same),
    bool("enabled").defaultsTo(true),
    integer("batchSize", Trait.COMPUTED).where(ValueRules.range(1, 10_000)),
    integer("maximumBatchingWindowInSeconds").where(ValueRules.range(0, 300)),
    integer("tumblingWindowInSeconds").where(ValueRules.range(0, 900)),
    integer("parallelizationFactor", Trait.COMPUTED).where(ValueRules.range(1, 10)),
    bool("bisectBatchOnFunctionError"),
    integer("maximumRecordAgeInSeconds", Trait.COMPUTED).where(ValueRules.range(-1, 604_800)),
    integer("maximumRetryAttempts", Trait.COMPUTED).where(ValueRules.range(-1, 10_000)),
    object(
        "destinationConfig",
        Shape.of(
            object(
                "onFailure",
                Shape.of(
                    string("destinationArn", Trait.REQUIRED)
                        .called("Destination")
                        .where(ValueRules.maxLength(1024)))))),
    object(
        "filterCriteria",
        Shape.of(
            objects(
                    "filters",
                    Shape.of(string("pattern").where(ValueRules.maxLength(4096))),
                    Trait.UNORDERED)
                .where(ValueRules.maxItems(10)))),
    strings("functionResponseTypes", Trait.UNORDERED)
        .whereEach(ValueRules.oneOf("ReportBatchItemFailures")),
    object(
        "scalingConfig", Shape.of(integer("maximumConcurrency").where(ValueRules.range(2, 1000)))),
    object(
        "provisionedPollerConfig",
        Shape.of(
            integer("maximumPollers", Trait.COMPUTED).where(ValueRules.range(1, 2000)),
            integer("minimumPollers", Trait.COMPUTED).where(ValueRules.range(1, 200)))),
    object(
        "metricsConfig",
        Shape.of(
            strings("metrics", Trait.REQUIRED, Trait.UNORDERED)
                .whereEach(ValueRules.oneOf("EventCount")))),
    string("kmsKeyArn").called("KMSKeyArn").where(ValueRules.arn("kms")),
    stringMap(ResourceSchema.TAGS),
  };

  static final Shape SHAPE =
      Shape.of(SOURCE)
          .and(DELIVERY)
          .and(
              string("arn", Trait.OUTPUT).called("EventSourceMappingArn"),
              string("uuid", Trait.OUTPUT).called("UUID"),
              string("functionArn", Trait.OUTPUT),
              string("state", Trait.OUTPUT),
              string("stateTransitionReason", Trait.OUTPUT),
              string("lastModified", Trait.OUTPUT),
              string("lastProcessingResult", Trait.OUTPUT),
              stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
          .demanding(Constraints.exactlyOneOf("eventSourceArn", "selfManagedEventSource"))
          .demanding(Constraints.needs("startingPositionTimestamp", "startingPosition"))
          .demanding(
              Constraints.atMostOneOf(
                  "amazonManagedKafkaEventSourceConfig", "selfManagedKafkaEventSourceConfig"));

  private EventSourceMappingShape() {}

  private static Shape kafka() {
    return Shape.of(
        string("consumerGroupId", Trait.REPLACES, Trait.COMPUTED).where(ValueRules.maxLength(200)));
  }

  /** RFC 3339 writes one instant in many ways. */
  private static boolean sameTime(String left, String right) {
    try {
      return OffsetDateTime.parse(left).toInstant().equals(OffsetDateTime.parse(right).toInstant());
    } catch (DateTimeException e) {
      return left.equals(right);
    }
  }
}
