/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;

/** What is done with aliases. */
final class AliasOperations implements ResourceOperations {
  private static final Shape SHAPE = AliasType.SCHEMA.shape();

  private final AwsSession session;

  AliasOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    AliasKey key = AliasKey.of(inputs);
    Prior prior = new Prior(inputs, PropertyMap.empty());
    CreateAliasRequest request =
        ModelWriter.fill(CreateAliasRequest.builder(), SHAPE, inputs).build();
    PropertyMap outputs =
        new SafeCreate(
                operation,
                AwsFailure::isTaken,
                () ->
                    find(operation, key, prior)
                        .filter(found -> AsAsked.is(SHAPE, inputs, found))
                        .isPresent())
            .run("CreateAlias", List.of(), () -> lambda().createAlias(request))
            .map(created -> outputs(created, key, prior))
            .or(() -> find(operation, key, prior))
            .orElseThrow(operation::disappeared);
    return new CreateResult(outputs.text("arn").orElseThrow(), outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return find(operation, AliasKey.of(id, prior), prior);
  }

  /** Weights that the program takes away have to be taken away, not only left out. */
  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    AliasKey key = AliasKey.of(change.newInputs());
    UpdateAliasRequest.Builder request =
        ModelWriter.change(UpdateAliasRequest.builder(), SHAPE, change)
            .functionName(key.function())
            .name(key.name());
    if (change.changes("routingConfig") && !change.newInputs().has("routingConfig")) {
      request.routingConfig(routing -> routing.additionalVersionWeights(Map.of()));
    }
    UpdateAliasRequest built = request.build();
    return outputs(
        operation.call("UpdateAlias", RetryRules.FUNCTION_BUSY, () -> lambda().updateAlias(built)),
        key,
        change.prior());
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    AliasKey key = AliasKey.of(id, prior);
    DeleteAliasRequest request =
        DeleteAliasRequest.builder().functionName(key.function()).name(key.name()).build();
    operation.ifThere("DeleteAlias", RetryRules.FUNCTION_BUSY, () -> lambda().deleteAlias(request));
  }

  private Optional<PropertyMap> find(Operation operation, AliasKey key, Prior prior) {
    GetAliasRequest request =
        GetAliasRequest.builder().functionName(key.function()).name(key.name()).build();
    return operation
        .ifThere("GetAlias", () -> lambda().getAlias(request))
        .map(found -> outputs(found, key, prior));
  }

  private PropertyMap outputs(SdkPojo alias, AliasKey key, Prior prior) {
    PropertyMap read = ModelReader.read(SHAPE, alias);
    String arn = read.text("arn").orElseThrow();
    String function = FunctionReference.of(arn).name();
    return read.toBuilder()
        .put("functionName", prior.inputs().isEmpty() ? function : key.function())
        .put("invokeArn", InvokeArn.of(session.clients().region(), arn))
        .build();
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
