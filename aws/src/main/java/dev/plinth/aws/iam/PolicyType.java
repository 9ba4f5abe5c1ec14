/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.policy;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.List;

/** {@code aws:iam/policy:Policy}: a managed policy. */
public final class PolicyType implements ResourceType {
  private static final int LONGEST_DESCRIPTION = 1000;

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:iam/policy:Policy",
          "IAM policy",
          Shape.of(
                  IamRules.name(IamRules.LONGEST_POLICY_NAME),
                  IamRules.namePrefix(IamRules.LONGEST_POLICY_NAME),
                  IamRules.path(),
                  string("description", Trait.REPLACES)
                      .where(ValueRules.maxLength(LONGEST_DESCRIPTION)),
                  policy("policy", Trait.REQUIRED),
                  stringMap(ResourceSchema.TAGS),
                  string("arn", Trait.OUTPUT),
                  string("policyId", Trait.OUTPUT),
                  integer("attachmentCount", Trait.OUTPUT),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .demanding(Constraints.atMostOneOf("name", "namePrefix")),
          new Autoname("name", IamRules.LONGEST_POLICY_NAME, "namePrefix"),
          List.of("name"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new PolicyOperations(session);
  }
}
