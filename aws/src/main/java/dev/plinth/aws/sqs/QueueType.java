/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sqs;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.json;
import static dev.plinth.aws.schema.Property.policy;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.resource.TimeLimits;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Set;

/** {@code aws:sqs/queue:Queue}. */
public final class QueueType implements ResourceType {
  static final String TOKEN = "aws:sqs/queue:Queue";
  static final int LONGEST_NAME = 80;
  private static final String NAME_OTHERS = "_-.";

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          TOKEN,
          "SQS queue",
          Shape.of(
                  string("name", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(LONGEST_NAME))
                      .where(ValueRules.letters(NAME_OTHERS)),
                  string("namePrefix", Trait.REPLACES, Trait.UNREADABLE)
                      .where(ValueRules.maxLength(LONGEST_NAME - PrefixedName.SUFFIX_LENGTH))
                      .where(ValueRules.letters("_-")),
                  bool("fifoQueue", Trait.REPLACES).defaultsTo(false),
                  integer("delaySeconds").defaultsTo(0).where(ValueRules.range(0, 900)),
                  integer("maxMessageSize")
                      .defaultsTo(262_144)
                      .where(ValueRules.range(1024, 262_144)),
                  integer("messageRetentionSeconds")
                      .defaultsTo(345_600)
                      .where(ValueRules.range(60, 1_209_600)),
                  integer("receiveWaitTimeSeconds").defaultsTo(0).where(ValueRules.range(0, 20)),
                  integer("visibilityTimeoutSeconds")
                      .defaultsTo(30)
                      .where(ValueRules.range(0, 43_200)),
                  bool("contentBasedDeduplication").defaultsTo(false),
                  string("deduplicationScope", Trait.COMPUTED)
                      .where(ValueRules.oneOf("messageGroup", "queue")),
                  string("fifoThroughputLimit", Trait.COMPUTED)
                      .where(ValueRules.oneOf("perQueue", "perMessageGroupId")),
                  string("kmsMasterKeyId"),
                  integer("kmsDataKeyReusePeriodSeconds", Trait.COMPUTED)
                      .where(ValueRules.range(60, 86_400)),
                  bool("sqsManagedSseEnabled", Trait.COMPUTED),
                  policy("policy", Trait.COMPUTED),
                  json("redrivePolicy", Trait.COMPUTED),
                  json("redriveAllowPolicy", Trait.COMPUTED),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT),
                  string("url", Trait.OUTPUT),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .demanding(Constraints.atMostOneOf("name", "namePrefix"))
              .demanding(new QueueRules()),
          new Autoname("name", LONGEST_NAME, "namePrefix").endingWith(".fifo", "fifoQueue"),
          List.of("name"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public TimeLimits limits() {
    return TimeLimits.ofMinutes(3);
  }

  /** A key of one's own takes the place of SQS's, and the other way round. */
  @Override
  public Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    return changed.contains("kmsMasterKeyId") ? Set.of("sqsManagedSseEnabled") : Set.of();
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new QueueOperations(session);
  }
}
