/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.scheduler;

import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/** A group of schedules, which are deleted with it. Its id, also for an import, is its name. */
public final class ScheduleGroupType implements ResourceType {
  static final int LONGEST_NAME = 64;
  static final String LETTERS = "-_.";

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:scheduler/scheduleGroup:ScheduleGroup",
          "EventBridge Scheduler group",
          Shape.of(
                  string("name", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(LONGEST_NAME))
                      .where(ValueRules.letters(LETTERS)),
                  string("namePrefix", Trait.REPLACES, Trait.UNREADABLE)
                      .where(ValueRules.maxLength(LONGEST_NAME - PrefixedName.SUFFIX_LENGTH))
                      .where(ValueRules.letters(LETTERS)),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT),
                  string("creationDate", Trait.OUTPUT),
                  string("lastModificationDate", Trait.OUTPUT),
                  string("state", Trait.OUTPUT),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .demanding(Constraints.atMostOneOf("name", "namePrefix")),
          new Autoname("name", LONGEST_NAME, "namePrefix"),
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
    return new ScheduleGroupOperations(session);
  }
}
