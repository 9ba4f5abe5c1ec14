/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.number;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A deployment of an API under a URL. Its id is its name; an import asks for {@code API/STAGE}. */
public final class StageType implements ResourceType {
  /** AWS has a map where Pulumi has a list: {@link RouteSettingsForm} turns one into the other. */
  private static final String OWN_FORM = "";

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:apigatewayv2/stage:Stage",
          "API stage",
          Shape.of(
              string("apiId", Trait.REQUIRED, Trait.REPLACES),
              string("name", Trait.REPLACES).called("StageName").where(ValueRules.maxLength(128)),
              bool("autoDeploy").defaultsTo(false),
              string("deploymentId", Trait.COMPUTED),
              string("clientCertificateId"),
              string("description").where(ValueRules.maxLength(1024)),
              object(
                  "accessLogSettings",
                  Shape.of(
                      string("destinationArn", Trait.REQUIRED)
                          .where(ValueRules.arn("logs", "firehose")),
                      string("format", Trait.REQUIRED))),
              object("defaultRouteSettings", Shape.of(settings())),
              objects(
                      "routeSettings",
                      Shape.of(settings()).and(string("routeKey", Trait.REQUIRED)),
                      Trait.UNORDERED)
                  .called(OWN_FORM),
              stringMap("stageVariables"),
              stringMap(ResourceSchema.TAGS),
              string("arn", Trait.OUTPUT),
              string("executionArn", Trait.OUTPUT),
              string("invokeUrl", Trait.OUTPUT),
              stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT)),
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
  public Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    return changed.contains("autoDeploy") ? Set.of("deploymentId") : Set.of();
  }

  static Property[] settings() {
    return new Property[] {
      bool("dataTraceEnabled"),
      bool("detailedMetricsEnabled"),
      string("loggingLevel", Trait.COMPUTED).where(ValueRules.oneOf("ERROR", "INFO", "OFF")),
      integer("throttlingBurstLimit", Trait.COMPUTED),
      number("throttlingRateLimit", Trait.COMPUTED)
    };
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new StageOperations(session);
  }
}
