/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a function's asynchronous events. Its id, also for an import, is {@code FUNCTION}
 * or {@code FUNCTION:QUALIFIER}.
 */
public final class FunctionEventInvokeConfigType implements ResourceType {
  /** What stands between function and qualifier in an id. */
  static final char SEPARATOR = ':';

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
          "Lambda event invoke configuration",
          Shape.of(
              string("functionName", Trait.REQUIRED, Trait.REPLACES)
                  .comparedBy(FunctionReference::same),
              string("qualifier", Trait.REPLACES).where(ValueRules.maxLength(128)),
              integer("maximumEventAgeInSeconds").where(ValueRules.range(60, 21_600)),
              integer("maximumRetryAttempts").defaultsTo(2).where(ValueRules.range(0, 2)),
              object(
                  "destinationConfig",
                  Shape.of(
                      object("onFailure", destination()), object("onSuccess", destination())))),
          null,
          List.of("functionName", "qualifier"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  private static Shape destination() {
    return Shape.of(string("destination", Trait.REQUIRED).where(ValueRules.startsWith("arn:")));
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return Optional.of(QualifiedId.of(inputs).format(SEPARATOR));
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new FunctionEventInvokeConfigOperations(session);
  }
}
