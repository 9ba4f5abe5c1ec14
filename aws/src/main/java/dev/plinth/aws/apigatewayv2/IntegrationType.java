/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

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
 * What an API's routes lead to. Its id is the one that AWS gives it; an import asks for {@code
 * API/INTEGRATION}.
 */
public final class IntegrationType implements ResourceType {
  /** AWS has a map where Pulumi has a list: {@link IntegrationPart} turns one into the other. */
  private static final String OWN_FORM = "";

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:apigatewayv2/integration:Integration",
          "API integration",
          Shape.of(
              string("apiId", Trait.REQUIRED, Trait.REPLACES),
              string("integrationType", Trait.REQUIRED, Trait.REPLACES)
                  .where(ValueRules.oneOf("AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK")),
              string("integrationSubtype", Trait.REPLACES).where(ValueRules.maxLength(128)),
              string("integrationUri"),
              string("integrationMethod", Trait.COMPUTED)
                  .where(
                      ValueRules.oneOf(
                          "ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")),
              string("connectionType")
                  .defaultsTo("INTERNET")
                  .where(ValueRules.oneOf("INTERNET", "VPC_LINK")),
              string("connectionId").where(ValueRules.maxLength(1024)),
              string("contentHandlingStrategy")
                  .where(ValueRules.oneOf("CONVERT_TO_BINARY", "CONVERT_TO_TEXT")),
              string("credentialsArn").where(ValueRules.arn("iam")),
              string("description"),
              string("passthroughBehavior", Trait.COMPUTED)
                  .where(ValueRules.oneOf("WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER")),
              string("payloadFormatVersion")
                  .defaultsTo("1.0")
                  .where(ValueRules.oneOf("1.0", "2.0")),
              stringMap("requestParameters"),
              stringMap("requestTemplates"),
              objects(
                      "responseParameters",
                      Shape.of(
                          stringMap("mappings", Trait.REQUIRED),
                          string("statusCode", Trait.REQUIRED)),
                      Trait.UNORDERED)
                  .called(OWN_FORM),
              string("templateSelectionExpression"),
              integer("timeoutMilliseconds", Trait.COMPUTED)
                  .called("TimeoutInMillis")
                  .where(ValueRules.range(50, 30_000)),
              object("tlsConfig", Shape.of(string("serverNameToVerify"))),
              string("integrationResponseSelectionExpression", Trait.OUTPUT)),
          null,
          List.of());

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
    return new ApiPartOperations(session, SCHEMA, new IntegrationPart());
  }
}
