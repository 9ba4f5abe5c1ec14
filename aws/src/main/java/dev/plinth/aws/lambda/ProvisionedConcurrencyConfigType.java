/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.string;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.resource.TimeLimits;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/**
 * Environments that a version or alias keeps ready. Its id, also for an import, is {@code
 * FUNCTION,QUALIFIER}.
 */
public final class ProvisionedConcurrencyConfigType implements ResourceType {
  /** What stands between function and qualifier in an id. */
  static final char SEPARATOR = ',';

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
          "Lambda provisioned concurrency",
          Shape.of(
              string("functionName", Trait.REQUIRED, Trait.REPLACES)
                  .comparedBy(FunctionReference::same),
              string("qualifier", Trait.REQUIRED, Trait.REPLACES).where(ValueRules.maxLength(128)),
              integer("provisionedConcurrentExecutions", Trait.REQUIRED)
                  .where(ValueRules.range(1, Integer.MAX_VALUE)),
              bool("skipDestroy", Trait.UNREADABLE).defaultsTo(false)),
          null,
          List.of("functionName", "qualifier"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public TimeLimits limits() {
    return TimeLimits.ofMinutes(15);
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return Optional.of(QualifiedId.of(inputs).format(SEPARATOR));
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new ProvisionedConcurrencyConfigOperations(session);
  }
}
