/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.json;
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
import java.util.Set;

/**
 * An EventBridge rule. Its id, also for an import, is its name, and on another bus than the default
 * one {@code BUS/NAME}.
 */
public final class EventRuleType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:cloudwatch/eventRule:EventRule",
          "EventBridge rule",
          Shape.of(
                  string("name", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(EventNames.LONGEST_RULE))
                      .where(ValueRules.letters(EventNames.LETTERS)),
                  string("namePrefix", Trait.REPLACES, Trait.UNREADABLE)
                      .where(
                          ValueRules.maxLength(
                              EventNames.LONGEST_RULE - PrefixedName.SUFFIX_LENGTH))
                      .where(ValueRules.letters(EventNames.LETTERS)),
                  EventNames.bus(),
                  json("eventPattern").where(ValueRules.maxLength(4096)),
                  string("scheduleExpression").where(ValueRules.maxLength(256)),
                  string("state", Trait.COMPUTED)
                      .where(
                          ValueRules.oneOf(
                              "ENABLED",
                              "DISABLED",
                              "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS")),
                  bool("isEnabled", Trait.COMPUTED),
                  string("description").where(ValueRules.maxLength(512)),
                  string("roleArn").where(ValueRules.arn("iam")),
                  bool("forceDestroy", Trait.UNREADABLE).defaultsTo(false),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .demanding(Constraints.atMostOneOf("name", "namePrefix"))
              .demanding(Constraints.atMostOneOf("state", "isEnabled"))
              .demanding(Constraints.atLeastOneOf("eventPattern", "scheduleExpression")),
          new Autoname("name", EventNames.LONGEST_RULE, "namePrefix"),
          List.of("eventBusName", "name"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  /** The two ways to say whether a rule is enabled follow each other. */
  @Override
  public Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    return changed.contains("state") || changed.contains("isEnabled")
        ? Set.of("state", "isEnabled")
        : Set.of();
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name").map(name -> RuleKey.of(inputs).id());
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new EventRuleOperations(session);
  }
}
