/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
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

/** A CloudWatch log group. Its id, also for an import, is its name. */
public final class LogGroupType implements ResourceType {
  /** Pulumi's AWS provider draws names of at most this length, though AWS takes 512. */
  private static final int LONGEST_AUTONAME = 255;

  /** What CreateLogGroup does not set, and so is not there yet after an answer was lost. */
  static final List<String> SET_LATER = List.of(LogGroupRetention.PROPERTY);

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:cloudwatch/logGroup:LogGroup",
          "CloudWatch log group",
          Shape.of(
                  string("name", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(512))
                      .where(ValueRules.letters("._/#-")),
                  string("namePrefix", Trait.REPLACES, Trait.UNREADABLE)
                      .where(ValueRules.maxLength(512 - PrefixedName.SUFFIX_LENGTH))
                      .where(ValueRules.letters("._/#-")),
                  integer("retentionInDays")
                      .defaultsTo(0)
                      .where(
                          ValueRules.oneOf(
                              0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,
                              1096, 1827, 2192, 2557, 2922, 3288, 3653)),
                  string("kmsKeyId").where(ValueRules.arn("kms")),
                  string("logGroupClass", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.oneOf("STANDARD", "INFREQUENT_ACCESS", "DELIVERY")),
                  bool("skipDestroy", Trait.UNREADABLE).defaultsTo(false),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .demanding(Constraints.atMostOneOf("name", "namePrefix")),
          new Autoname("name", LONGEST_AUTONAME, "namePrefix"),
          List.of("name"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new LogGroupOperations(session);
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name");
  }

  @Override
  public List<String> setLater() {
    return SET_LATER;
  }
}
