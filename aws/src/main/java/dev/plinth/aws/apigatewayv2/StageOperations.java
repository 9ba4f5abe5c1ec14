/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.AccessLogSettings;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAccessLogSettingsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteSettingsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateStageRequest;

/** What is done with stages. */
final class StageOperations implements ResourceOperations {
  private static final Shape SHAPE = StageType.SCHEMA.shape();
  private static final String DEFAULT = "$default";

  private final AwsSession session;

  StageOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    String name = inputs.text("name").orElseThrow();
    Prior prior = new Prior(inputs, PropertyMap.empty());
    CreateStageRequest request = request(inputs);
    new SafeCreate(
            operation,
            AwsFailure::isTaken,
            () ->
                read(operation, name, prior)
                    .filter(found -> AsAsked.is(SHAPE, inputs, found))
                    .isPresent())
        .run("CreateStage", List.of(), () -> gateway().createStage(request));
    PropertyMap outputs =
        Completion.finish(
            operation, name, inputs, () -> {}, () -> readBack(operation, name, prior));
    return new CreateResult(name, outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    String api = ApiPartId.api(id, prior);
    GetStageRequest request =
        GetStageRequest.builder().apiId(api).stageName(ApiPartId.bare(id)).build();
    return operation
        .ifThere("GetStage", () -> gateway().getStage(request))
        .map(found -> outputs(operation, api, found, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> apply(operation, id, change),
        () -> readBack(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    DeleteStageRequest request =
        DeleteStageRequest.builder().apiId(ApiPartId.api(id, prior)).stageName(id).build();
    operation.ifThere("DeleteStage", RetryRules.API_CHANGE, () -> gateway().deleteStage(request));
  }

  private void apply(Operation operation, String id, Change change) {
    GatewayTags.change(gateway(), operation, change);
    String api = change.newInputs().text("apiId").orElseThrow();
    removals(operation, api, id, change);
    Set<String> settings = new TreeSet<>(change.changed());
    settings.removeAll(List.of(ResourceSchema.TAGS, ResourceSchema.TAGS_ALL));
    if (!settings.isEmpty()) {
      UpdateStageRequest request = request(api, id, change);
      operation.call("UpdateStage", RetryRules.API_CHANGE, () -> gateway().updateStage(request));
    }
  }

  /** What is taken out of the program and goes by calls of its own. */
  private void removals(Operation operation, String api, String id, Change change) {
    PropertyMap inputs = change.newInputs();
    if (change.changes("accessLogSettings") && !inputs.has("accessLogSettings")) {
      DeleteAccessLogSettingsRequest request =
          DeleteAccessLogSettingsRequest.builder().apiId(api).stageName(id).build();
      operation.call("DeleteAccessLogSettings", () -> gateway().deleteAccessLogSettings(request));
    }
    Set<String> routes = new TreeSet<>(RouteSettingsForm.ofInputs(change.oldOutputs()).keySet());
    routes.removeAll(RouteSettingsForm.ofInputs(inputs).keySet());
    for (String route : routes) {
      DeleteRouteSettingsRequest request =
          DeleteRouteSettingsRequest.builder().apiId(api).stageName(id).routeKey(route).build();
      operation.ifThere("DeleteRouteSettings", () -> gateway().deleteRouteSettings(request));
    }
  }

  private static CreateStageRequest request(PropertyMap inputs) {
    CreateStageRequest.Builder request =
        ModelWriter.fill(CreateStageRequest.builder(), SHAPE, inputs);
    Map<String, RouteSettings> routes = RouteSettingsForm.ofInputs(inputs);
    if (!routes.isEmpty()) {
      request.routeSettings(routes);
    }
    Map<String, String> tags = TagChanges.all(inputs);
    return tags.isEmpty() ? request.build() : request.tags(tags).build();
  }

  private static UpdateStageRequest request(String api, String id, Change change) {
    UpdateStageRequest.Builder request =
        ModelWriter.change(UpdateStageRequest.builder(), SHAPE, change).apiId(api).stageName(id);
    PropertyMap inputs = change.newInputs();
    if (!inputs.has("accessLogSettings")) {
      request.accessLogSettings((AccessLogSettings) null);
    }
    if (change.changes("stageVariables")) {
      request.stageVariables(Cleared.entries(change.oldOutputs(), inputs, "stageVariables"));
    }
    if (change.changes("routeSettings")) {
      request.routeSettings(RouteSettingsForm.ofInputs(inputs));
    }
    return request.build();
  }

  private PropertyMap readBack(Operation operation, String id, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, id, prior), found -> found);
  }

  private PropertyMap outputs(
      Operation operation, String api, GetStageResponse found, Prior prior) {
    PropertyMap.Builder outputs = ModelReader.read(SHAPE, found).toBuilder();
    RouteSettingsForm.put(outputs, found.routeSettings());
    GatewayArns arns = GatewayArns.of(session, operation);
    String name = found.stageName();
    outputs.put("apiId", api);
    outputs.put("arn", arns.stage(api, name));
    outputs.put("executionArn", arns.execution(api + "/" + name));
    outputs.put("invokeUrl", invokeUrl(operation, api, name));
    TagOutputs.put(outputs, session.tags(), found.tags(), prior);
    return outputs.build();
  }

  /** The API's endpoint, which for a WebSocket API has another scheme, and the stage. */
  private String invokeUrl(Operation operation, String api, String name) {
    GetApiRequest request = GetApiRequest.builder().apiId(api).build();
    String endpoint = operation.call("GetApi", () -> gateway().getApi(request)).apiEndpoint();
    return endpoint + "/" + (name.equals(DEFAULT) ? "" : name);
  }

  private ApiGatewayV2Client gateway() {
    return session.clients().of(AwsService.API_GATEWAY_V2);
  }
}
