/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.strings;

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
 * The HTTPS endpoint of a function. Its id, also for an import, is {@code FUNCTION} or {@code
 * FUNCTION/QUALIFIER}.
 */
public final class FunctionUrlType implements ResourceType {
  /** What stands between function and qualifier in an id. */
  static final char SEPARATOR = '/';

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:lambda/functionUrl:FunctionUrl",
          "Lambda function URL",
          Shape.of(
              string("functionName", Trait.REQUIRED, Trait.REPLACES)
                  .comparedBy(FunctionReference::same),
              string("authorizationType", Trait.REQUIRED)
                  .called("AuthType")
                  .where(ValueRules.oneOf("NONE", "AWS_IAM")),
              string("qualifier", Trait.REPLACES).where(ValueRules.maxLength(128)),
              string("invokeMode")
                  .defaultsTo("BUFFERED")
                  .where(ValueRules.oneOf("BUFFERED", "RESPONSE_STREAM")),
              object("cors", cors()),
              string("functionArn", Trait.OUTPUT),
              string("functionUrl", Trait.OUTPUT),
              string("urlId", Trait.OUTPUT)),
          null,
          List.of("functionName", "qualifier"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public TimeLimits limits() {
    return TimeLimits.ofMinutes(10);
  }

  private static Shape cors() {
    return Shape.of(
        bool("allowCredentials"),
        strings("allowHeaders", Trait.UNORDERED).where(ValueRules.maxItems(100)),
        strings("allowMethods", Trait.UNORDERED).where(ValueRules.maxItems(6)),
        strings("allowOrigins", Trait.UNORDERED).where(ValueRules.maxItems(100)),
        strings("exposeHeaders", Trait.UNORDERED).where(ValueRules.maxItems(100)),
        integer("maxAge", Trait.COMPUTED).where(ValueRules.range(0, 86_400)));
  }

  /** Of one that is open to all nobody can tell whether the permissions were added too. */
  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs
        .text("authorizationType")
        .filter("AWS_IAM"::equals)
        .map(signed -> QualifiedId.of(inputs).format(SEPARATOR));
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new FunctionUrlOperations(session);
  }
}
