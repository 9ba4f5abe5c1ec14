/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;

/**
 * Which requests of an API lead where. Its id is the one that AWS gives it; an import asks for
 * {@code API/ROUTE}.
 */
public final class RouteType implements ResourceType {
  /** AWS has a map where Pulumi has a list: {@link RoutePart} turns one into the other. */
  private static final String OWN_FORM = "";

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:apigatewayv2/route:Route",
          "API route",
          Shape.of(
              string("apiId", Trait.REQUIRED, Trait.REPLACES),
              string("routeKey", Trait.REQUIRED),
              string("target").where(ValueRules.maxLength(128)),
              string("authorizationType")
                  .defaultsTo("NONE")
                  .where(ValueRules.oneOf("NONE", "AWS_IAM", "CUSTOM", "JWT")),
              string("authorizerId"),
              strings("authorizationScopes", Trait.UNORDERED),
              bool("apiKeyRequired").defaultsTo(false),
              string("modelSelectionExpression"),
              string("operationName").where(ValueRules.maxLength(64)),
              stringMap("requestModels"),
              objects(
                      "requestParameters",
                      Shape.of(
                          string("requestParameterKey", Trait.REQUIRED),
                          bool("required", Trait.REQUIRED)),
                      Trait.UNORDERED)
                  .called(OWN_FORM),
              string("routeResponseSelectionExpression")),
          null,
          List.of("apiId", "routeKey"));

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
    return new ApiPartOperations(session, SCHEMA, new RoutePart());
  }
}
