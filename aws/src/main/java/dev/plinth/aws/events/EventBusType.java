/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/** An EventBridge event bus. Its id, also for an import, is its name. */
public final class EventBusType implements ResourceType {
  private static final int LONGEST_AUTONAME = 255;
  private static final int LONGEST_NAME = 256;

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:cloudwatch/eventBus:EventBus",
          "EventBridge event bus",
          Shape.of(
              string("name", Trait.REPLACES)
                  .where(ValueRules.maxLength(LONGEST_NAME))
                  .where(ValueRules.letters("/.-_")),
              string("eventSourceName", Trait.REPLACES)
                  .where(ValueRules.maxLength(LONGEST_NAME))
                  .where(ValueRules.startsWith("aws.partner/")),
              string("description").where(ValueRules.maxLength(512)),
              string("kmsKeyIdentifier").where(ValueRules.maxLength(2048)),
              object("deadLetterConfig", Shape.of(string("arn").where(ValueRules.arn("sqs")))),
              stringMap(ResourceSchema.TAGS),
              string("arn", Trait.OUTPUT),
              stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT)),
          new Autoname("name", LONGEST_AUTONAME, null),
          List.of("name"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new EventBusOperations(session);
  }
}
