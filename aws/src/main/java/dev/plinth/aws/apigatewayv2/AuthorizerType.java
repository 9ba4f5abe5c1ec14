/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.strings;

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

/**
 * Who may call an API's routes. Its id is the one that AWS gives it; an import asks for {@code
 * API/AUTHORIZER}.
 */
public final class AuthorizerType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:apigatewayv2/authorizer:Authorizer",
          "API authorizer",
          Shape.of(
              string("apiId", Trait.REQUIRED, Trait.REPLACES),
              string("name").where(ValueRules.maxLength(128)),
              string("authorizerType", Trait.REQUIRED).where(ValueRules.oneOf("REQUEST", "JWT")),
              string("authorizerUri").where(ValueRules.maxLength(2048)),
              string("authorizerCredentialsArn").where(ValueRules.arn("iam")),
              string("authorizerPayloadFormatVersion").where(ValueRules.oneOf("1.0", "2.0")),
              integer("authorizerResultTtlInSeconds", Trait.COMPUTED)
                  .where(ValueRules.range(0, 3600)),
              bool("enableSimpleResponses"),
              strings("identitySources", Trait.UNORDERED).called("IdentitySource"),
              object(
                  "jwtConfiguration",
                  Shape.of(
                      strings("audiences", Trait.UNORDERED).called("Audience"), string("issuer")))),
          new Autoname("name", 255, null),
          List.of("apiId", "name"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public String id(String asked, PropertyMap outputs) {
    return ApiPartId.bare(asked);
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new ApiPartOperations(session, SCHEMA, new AuthorizerPart());
  }
}
