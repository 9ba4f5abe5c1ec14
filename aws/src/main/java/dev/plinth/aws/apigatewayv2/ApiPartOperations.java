/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.resource.Newcomers;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/**
 * What is done with the parts of an API that AWS gives ids: authorizers, integrations and routes. A
 * call that makes one is not repeated when its answer is lost, since AWS would make another.
 */
final class ApiPartOperations implements ResourceOperations {
  private final AwsSession session;
  private final Shape shape;
  private final ApiPart part;
  private final Newcomers newcomers = new Newcomers();

  ApiPartOperations(AwsSession session, ResourceSchema schema, ApiPart part) {
    this.session = session;
    this.shape = schema.shape();
    this.part = part;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    String api = inputs.text("apiId").orElseThrow();
    Prior prior = new Prior(inputs, PropertyMap.empty());
    Newcomers.Made<SdkPojo> made =
        newcomers.create(
            operation,
            new Newcomers.Making<>(
                api,
                "Create" + part.kind(),
                RetryRules.API_CHANGE,
                () -> part.create(gateway(), shape, inputs),
                part::id,
                () -> operation.call("Get" + part.kind() + "s", () -> part.ids(gateway(), api)),
                id -> isAsAsked(operation, id, inputs)));
    PropertyMap outputs =
        made.answer()
            .map(created -> outputs(created, api, prior))
            .or(() -> read(operation, made.id(), prior))
            .orElseThrow(operation::disappeared);
    return new CreateResult(made.id(), outputs);
  }

  /** An API that is gone has no part. */
  @Override
  public Located locate(Operation operation, PropertyMap inputs) {
    String api = inputs.text("apiId").orElseThrow();
    return operation
        .ifThere("Get" + part.kind() + "s", () -> part.locate(gateway(), api, inputs))
        .orElseGet(Located.Nowhere::new);
  }

  private boolean isAsAsked(Operation operation, String id, PropertyMap inputs) {
    return read(operation, id, new Prior(inputs, PropertyMap.empty()))
        .filter(found -> AsAsked.is(shape, inputs, found))
        .isPresent();
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    String api = ApiPartId.api(id, prior);
    return operation
        .ifThere("Get" + part.kind(), () -> part.get(gateway(), api, ApiPartId.bare(id)))
        .map(found -> outputs(found, api, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    String api = change.newInputs().text("apiId").orElseThrow();
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () ->
            operation.call(
                "Update" + part.kind(),
                RetryRules.API_CHANGE,
                () -> {
                  part.update(gateway(), shape, api, id, change);
                  return id;
                }),
        () -> read(operation, id, change.prior()).orElseThrow(operation::disappeared));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    String api = ApiPartId.api(id, prior);
    operation.ifThere(
        "Delete" + part.kind(),
        RetryRules.API_CHANGE,
        () -> {
          part.delete(gateway(), api, id);
          return id;
        });
  }

  private PropertyMap outputs(SdkPojo found, String api, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, shape, prior);
    outputs.putAll(part.outputs(ModelReader.read(shape, found), found));
    return outputs.put("apiId", api).build();
  }

  private ApiGatewayV2Client gateway() {
    return session.clients().of(AwsService.API_GATEWAY_V2);
  }
}
