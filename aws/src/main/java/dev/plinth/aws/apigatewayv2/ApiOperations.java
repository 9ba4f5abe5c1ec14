/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Newcomers;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.SaidOutputs;
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
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Cors;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteCorsConfigurationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ReimportApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateApiRequest;

/**
 * What is done with APIs. A call that makes one is not repeated when its answer is lost, since AWS
 * would make another.
 */
final class ApiOperations implements ResourceOperations {
  private static final Shape SHAPE = ApiType.SCHEMA.shape();

  /** What the description of an API says of itself, and the program says otherwise. */
  private static final List<String> SAID_TWICE =
      List.of("name", "description", "version", "corsConfiguration");

  private final AwsSession session;
  private final Newcomers newcomers = new Newcomers();

  ApiOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    CreateApiRequest.Builder request = ModelWriter.fill(CreateApiRequest.builder(), SHAPE, inputs);
    Map<String, String> tags = TagChanges.all(inputs);
    CreateApiRequest built = tags.isEmpty() ? request.build() : request.tags(tags).build();
    Prior prior = new Prior(inputs, PropertyMap.empty());
    String id =
        newcomers
            .create(
                operation,
                new Newcomers.Making<>(
                    built.name(),
                    "CreateApi",
                    List.of(),
                    () -> gateway().createApi(built),
                    CreateApiResponse::apiId,
                    () -> operation.call("GetApis", () -> idsOf(built.name())),
                    made ->
                        read(operation, made, prior)
                            .filter(found -> AsAsked.is(SHAPE, inputs, found))
                            .isPresent()))
            .id();
    PropertyMap outputs =
        Completion.finish(
            operation,
            id,
            inputs,
            () -> describe(operation, id, inputs),
            () -> readBack(operation, id, prior));
    return new CreateResult(id, outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    GetApiRequest request = GetApiRequest.builder().apiId(id).build();
    return operation
        .ifThere("GetApi", () -> gateway().getApi(request))
        .map(found -> outputs(operation, found, prior));
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
    DeleteApiRequest request = DeleteApiRequest.builder().apiId(id).build();
    operation.ifThere("DeleteApi", RetryRules.API_CHANGE, () -> gateway().deleteApi(request));
  }

  /** The ids of the APIs of a name, which several may have. */
  private List<String> idsOf(String name) {
    return Pages.all(
            token -> gateway().getApis(page -> page.nextToken(token)),
            GetApisResponse::nextToken,
            GetApisResponse::items)
        .stream()
        .filter(api -> name.equals(api.name()))
        .map(Api::apiId)
        .toList();
  }

  private void apply(Operation operation, String id, Change change) {
    GatewayTags.change(gateway(), operation, change);
    PropertyMap inputs = change.newInputs();
    if (change.changes("body")) {
      describe(operation, id, inputs);
    }
    if (change.changes("corsConfiguration") && !inputs.has("corsConfiguration")) {
      DeleteCorsConfigurationRequest request =
          DeleteCorsConfigurationRequest.builder().apiId(id).build();
      operation.call("DeleteCorsConfiguration", () -> gateway().deleteCorsConfiguration(request));
    }
    Set<String> settings = new TreeSet<>(change.changed());
    settings.removeAll(
        List.of(ResourceSchema.TAGS, ResourceSchema.TAGS_ALL, "body", "failOnWarnings"));
    if (!inputs.has("corsConfiguration")) {
      settings.remove("corsConfiguration");
    }
    if (!settings.isEmpty()) {
      UpdateApiRequest.Builder request =
          ModelWriter.change(UpdateApiRequest.builder(), SHAPE, change).apiId(id);
      if (!settings.contains("corsConfiguration")) {
        request.corsConfiguration((Cors) null);
      }
      UpdateApiRequest built = request.build();
      operation.call("UpdateApi", RetryRules.API_CHANGE, () -> gateway().updateApi(built));
    }
  }

  /** Imports a description, then says again what the program says besides it. */
  private void describe(Operation operation, String id, PropertyMap inputs) {
    Optional<String> body = inputs.text("body").filter(text -> !text.isEmpty());
    if (body.isEmpty()) {
      return;
    }
    ReimportApiRequest imported =
        ReimportApiRequest.builder()
            .apiId(id)
            .body(body.get())
            .failOnWarnings(inputs.bool("failOnWarnings").orElse(false))
            .build();
    operation.call("ReimportApi", RetryRules.API_CHANGE, () -> gateway().reimportApi(imported));
    PropertyMap.Builder again = PropertyMap.builder();
    SAID_TWICE.forEach(name -> again.putIfPresent(name, inputs.get(name)));
    UpdateApiRequest request =
        ModelWriter.fill(UpdateApiRequest.builder(), SHAPE, again.build()).apiId(id).build();
    operation.call("UpdateApi", RetryRules.API_CHANGE, () -> gateway().updateApi(request));
  }

  private PropertyMap readBack(Operation operation, String id, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, id, prior), found -> found);
  }

  private PropertyMap outputs(Operation operation, GetApiResponse found, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, SHAPE, prior);
    outputs.putAll(ModelReader.read(SHAPE, found));
    GatewayArns arns = GatewayArns.of(session, operation);
    outputs.put("arn", arns.api(found.apiId()));
    outputs.put("executionArn", arns.execution(found.apiId()));
    TagOutputs.put(outputs, session.tags(), found.tags(), prior);
    return outputs.build();
  }

  private ApiGatewayV2Client gateway() {
    return session.clients().of(AwsService.API_GATEWAY_V2);
  }
}
