/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.document.JsonDocument;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.List;

/** An HTTP or WebSocket API. Its id, also for an import, is the id that AWS gives it. */
public final class ApiType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:apigatewayv2/api:Api",
          "API",
          Shape.of(
              string("name").where(ValueRules.maxLength(128)),
              string("protocolType", Trait.REQUIRED, Trait.REPLACES)
                  .where(ValueRules.oneOf("HTTP", "WEBSOCKET")),
              string("description").where(ValueRules.maxLength(1024)),
              string("version").where(ValueRules.maxLength(64)),
              string("apiKeySelectionExpression").defaultsTo("$request.header.x-api-key"),
              string("routeSelectionExpression").defaultsTo("$request.method $request.path"),
              bool("disableExecuteApiEndpoint").defaultsTo(false),
              string("ipAddressType", Trait.COMPUTED).where(ValueRules.oneOf("ipv4", "dualstack")),
              object("corsConfiguration", cors()),
              string("body", Trait.UNREADABLE).comparedBy(JsonDocument::same),
              bool("failOnWarnings", Trait.UNREADABLE),
              string("credentialsArn", Trait.REPLACES, Trait.UNREADABLE)
                  .where(ValueRules.arn("iam")),
              string("routeKey", Trait.REPLACES, Trait.UNREADABLE),
              string("target", Trait.REPLACES, Trait.UNREADABLE),
              stringMap(ResourceSchema.TAGS),
              string("apiEndpoint", Trait.OUTPUT),
              string("arn", Trait.OUTPUT),
              string("executionArn", Trait.OUTPUT),
              stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT)),
          new Autoname("name", 255, null),
          List.of());

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  private static Shape cors() {
    return Shape.of(
        bool("allowCredentials"),
        strings("allowHeaders", Trait.UNORDERED),
        strings("allowMethods", Trait.UNORDERED),
        strings("allowOrigins", Trait.UNORDERED),
        strings("exposeHeaders", Trait.UNORDERED),
        integer("maxAge", Trait.COMPUTED).where(ValueRules.range(-1, 86_400)));
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new ApiOperations(session);
  }
}
