/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/** {@code aws:iam/rolePolicyAttachment:RolePolicyAttachment}: a managed policy on a role. */
public final class RolePolicyAttachmentType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
              "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
              "policy attachment of an IAM role",
              Shape.of(
                  IamRules.role(),
                  Property.string("policyArn", Trait.REQUIRED, Trait.REPLACES)
                      .where(ValueRules.arn("iam"))),
              null,
              List.of("role", "policyArn"))
          .deletingFirst();

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return Optional.of(RolePolicyAttachmentOperations.id(inputs));
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new RolePolicyAttachmentOperations(session);
  }
}
