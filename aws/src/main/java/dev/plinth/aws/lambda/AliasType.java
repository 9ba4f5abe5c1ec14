/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.schema.Property.numberMap;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/**
 * A name for a version of a Lambda function. Its id is its ARN; an import asks for it as {@code
 * FUNCTION/ALIAS}.
 */
public final class AliasType implements ResourceType {
  /** Pulumi's AWS provider draws names of at most this length, though AWS takes 128. */
  private static final int LONGEST_AUTONAME = 255;

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:lambda/alias:Alias",
          "Lambda alias",
          Shape.of(
              string("functionName", Trait.REQUIRED, Trait.REPLACES)
                  .comparedBy(FunctionReference::same),
              string("name", Trait.REPLACES)
                  .where(ValueRules.maxLength(128))
                  .where(ValueRules.letters("-_")),
              string("functionVersion", Trait.REQUIRED).where(ValueRules.maxLength(1024)),
              string("description").where(ValueRules.maxLength(256)),
              object("routingConfig", Shape.of(numberMap("additionalVersionWeights"))),
              string("arn", Trait.OUTPUT).called("AliasArn"),
              string("invokeArn", Trait.OUTPUT)),
          new Autoname("name", LONGEST_AUTONAME, null),
          List.of("functionName", "name"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public String id(String asked, PropertyMap outputs) {
    return outputs.text("arn").orElse(asked);
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return Optional.of(AliasKey.of(inputs).importId());
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new AliasOperations(session);
  }
}
