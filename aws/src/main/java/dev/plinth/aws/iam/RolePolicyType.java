/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/** {@code aws:iam/rolePolicy:RolePolicy}: a policy that is written into a role. */
public final class RolePolicyType implements ResourceType {
  /** Pulumi's AWS provider draws longer names than AWS takes, which the limit then refuses. */
  private static final int LONGEST_AUTONAME = IamRules.LONGEST_POLICY_NAME;

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:iam/rolePolicy:RolePolicy",
          "policy of an IAM role",
          Shape.of(
                  IamRules.name(IamRules.LONGEST_POLICY_NAME),
                  IamRules.namePrefix(IamRules.LONGEST_POLICY_NAME),
                  IamRules.role(),
                  Property.policy("policy", Trait.REQUIRED))
              .demanding(Constraints.atMostOneOf("name", "namePrefix")),
          new Autoname("name", LONGEST_AUTONAME, "namePrefix"),
          List.of("name", "role"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name").map(name -> inputs.text("role").orElseThrow() + ":" + name);
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new RolePolicyOperations(session);
  }
}
