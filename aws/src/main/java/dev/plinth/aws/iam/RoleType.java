/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.policy;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.resource.AwsSession;
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

/** {@code aws:iam/role:Role}. */
public final class RoleType implements ResourceType {
  static final int LONGEST_NAME = 64;
  private static final int LONGEST_DESCRIPTION = 1000;

  static final String MANAGED = "managedPolicyArns";
  static final String INLINE = "inlinePolicies";

  private static final Shape INLINE_POLICY =
      Shape.of(
              string("name").where(ValueRules.maxLength(IamRules.LONGEST_POLICY_NAME)),
              policy("policy"))
          .demanding(Constraints.needs("policy", "name"))
          .demanding(Constraints.needs("name", "policy"));

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:iam/role:Role",
          "IAM role",
          Shape.of(
                  IamRules.name(LONGEST_NAME),
                  IamRules.namePrefix(LONGEST_NAME),
                  IamRules.path(),
                  policy("assumeRolePolicy", Trait.REQUIRED),
                  string("description").where(ValueRules.maxLength(LONGEST_DESCRIPTION)),
                  integer("maxSessionDuration")
                      .defaultsTo(3600)
                      .where(ValueRules.range(3600, 43_200)),
                  string("permissionsBoundary").where(ValueRules.arn("iam")),
                  bool("forceDetachPolicies", Trait.UNREADABLE).defaultsTo(false),
                  strings(MANAGED, Trait.UNORDERED, Trait.COMPUTED)
                      .whereEach(ValueRules.arn("iam")),
                  objects(INLINE, INLINE_POLICY, Trait.UNORDERED, Trait.COMPUTED),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT),
                  string("uniqueId", Trait.OUTPUT),
                  string("createDate", Trait.OUTPUT),
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
  public List<String> setLater() {
    return List.of(MANAGED, INLINE);
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new RoleOperations(session);
  }
}
