/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.schema.Property.string;

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
import java.util.Optional;

/**
 * A statement of a function's policy. Its id is the statement's id; an import names the function
 * too: {@code FUNCTION/STATEMENT} or {@code FUNCTION:QUALIFIER/STATEMENT}.
 */
public final class PermissionType implements ResourceType {
  private static final int LONGEST = 100;

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:lambda/permission:Permission",
          "Lambda permission",
          Shape.of(
                  string("function", Trait.REQUIRED, Trait.REPLACES)
                      .called("FunctionName")
                      .comparedBy(FunctionReference::same),
                  string("action", Trait.REQUIRED, Trait.REPLACES)
                      .where(ValueRules.startsWith("lambda:")),
                  string("principal", Trait.REQUIRED, Trait.REPLACES),
                  string("statementId", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(LONGEST))
                      .where(ValueRules.letters("-_")),
                  string("statementIdPrefix", Trait.REPLACES, Trait.UNREADABLE)
                      .where(ValueRules.maxLength(LONGEST - PrefixedName.SUFFIX_LENGTH))
                      .where(ValueRules.letters("-_")),
                  string("qualifier", Trait.REPLACES),
                  string("sourceArn", Trait.REPLACES),
                  string("sourceAccount", Trait.REPLACES),
                  string("principalOrgId", Trait.REPLACES).called("PrincipalOrgID"),
                  string("eventSourceToken", Trait.REPLACES),
                  string("functionUrlAuthType", Trait.REPLACES)
                      .where(ValueRules.oneOf("NONE", "AWS_IAM")))
              .demanding(Constraints.atMostOneOf("statementId", "statementIdPrefix")),
          new Autoname("statementId", LONGEST, "statementIdPrefix"),
          List.of("function", "qualifier", "statementId"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public TimeLimits limits() {
    return TimeLimits.ofMinutes(10);
  }

  @Override
  public String id(String asked, PropertyMap outputs) {
    return outputs.text("statementId").orElse(asked);
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("statementId");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new PermissionOperations(session);
  }
}
