/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

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
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.List;

/** {@code aws:sns/topic:Topic}. */
public final class TopicType implements ResourceType {
  private static final int LONGEST_NAME = 256;

  /** Pulumi's AWS provider draws names of at most this length. */
  private static final int LONGEST_AUTONAME = 80;

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:sns/topic:Topic",
          "SNS topic",
          Shape.of(
                  string("name", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(LONGEST_NAME))
                      .where(ValueRules.letters("_-.")),
                  string("namePrefix", Trait.REPLACES, Trait.UNREADABLE)
                      .where(ValueRules.maxLength(LONGEST_NAME - PrefixedName.SUFFIX_LENGTH))
                      .where(ValueRules.letters("_-")),
                  bool("fifoTopic", Trait.REPLACES).defaultsTo(false),
                  bool("contentBasedDeduplication").defaultsTo(false),
                  string("fifoThroughputScope", Trait.COMPUTED)
                      .where(ValueRules.oneOf("Topic", "MessageGroup")),
                  json("archivePolicy"),
                  string("displayName").where(ValueRules.maxLength(100)),
                  policy("policy", Trait.COMPUTED),
                  json("deliveryPolicy"),
                  string("kmsMasterKeyId"),
                  integer("signatureVersion", Trait.COMPUTED).where(ValueRules.range(1, 2)),
                  string("tracingConfig", Trait.COMPUTED)
                      .where(ValueRules.oneOf("PassThrough", "Active")),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT),
                  string("owner", Trait.OUTPUT),
                  string("beginningArchiveTime", Trait.OUTPUT),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .and(TopicFeedback.properties())
              .demanding(Constraints.atMostOneOf("name", "namePrefix"))
              .demanding(new TopicRules()),
          new Autoname("name", LONGEST_AUTONAME, "namePrefix").endingWith(".fifo", "fifoTopic"),
          List.of("name"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public List<String> setLater() {
    return TopicAttributes.setLater();
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new TopicOperations(session);
  }
}
