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
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigRequest;

/** What is done with function URLs. */
final class FunctionUrlOperations implements ResourceOperations {
  private static final Shape SHAPE = FunctionUrlType.SCHEMA.shape();

  private final AwsSession session;

  FunctionUrlOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    QualifiedId key = QualifiedId.of(inputs);
    String id = key.format(FunctionUrlType.SEPARATOR);
    Prior prior = new Prior(inputs, PropertyMap.empty());
    CreateFunctionUrlConfigRequest request =
        ModelWriter.fill(CreateFunctionUrlConfigRequest.builder(), SHAPE, inputs).build();
    new SafeCreate(operation, AwsFailure::isTaken, () -> isAsAsked(operation, id, prior))
        .run("CreateFunctionUrlConfig", List.of(), () -> lambda().createFunctionUrlConfig(request));
    PropertyMap outputs =
        Completion.finish(
            operation,
            id,
            inputs,
            () -> {
              if (PublicAccess.isAskedFor(inputs)) {
                new PublicAccess(session, operation, key).allow();
              }
            },
            () -> readBack(operation, id, prior));
    return new CreateResult(id, outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    QualifiedId key = QualifiedId.parse(id, FunctionUrlType.SEPARATOR);
    GetFunctionUrlConfigRequest request =
        GetFunctionUrlConfigRequest.builder()
            .functionName(key.function())
            .qualifier(key.qualifierOrNull())
            .build();
    return operation
        .ifThere("GetFunctionUrlConfig", () -> lambda().getFunctionUrlConfig(request))
        .map(found -> outputs(found, key));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    QualifiedId key = QualifiedId.of(change.newInputs());
    UpdateFunctionUrlConfigRequest request =
        ModelWriter.change(UpdateFunctionUrlConfigRequest.builder(), SHAPE, change)
            .functionName(key.function())
            .qualifier(key.qualifierOrNull())
            .build();
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> {
          operation.call(
              "UpdateFunctionUrlConfig",
              RetryRules.FUNCTION_BUSY,
              () -> lambda().updateFunctionUrlConfig(request));
          if (change.changes("authorizationType")) {
            PublicAccess access = new PublicAccess(session, operation, key);
            if (PublicAccess.isAskedFor(change.newInputs())) {
              access.allow();
            } else {
              access.revoke();
            }
          }
        },
        () -> readBack(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    QualifiedId key = QualifiedId.parse(id, FunctionUrlType.SEPARATOR);
    DeleteFunctionUrlConfigRequest request =
        DeleteFunctionUrlConfigRequest.builder()
            .functionName(key.function())
            .qualifier(key.qualifierOrNull())
            .build();
    operation.ifThere(
        "DeleteFunctionUrlConfig",
        RetryRules.FUNCTION_BUSY,
        () -> lambda().deleteFunctionUrlConfig(request));
    if (PublicAccess.isAskedFor(prior.outputs())) {
      new PublicAccess(session, operation, key).revoke();
    }
  }

  private PropertyMap readBack(Operation operation, String id, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, id, prior), found -> found);
  }

  private boolean isAsAsked(Operation operation, String id, Prior prior) {
    return read(operation, id, prior)
        .filter(found -> AsAsked.is(SHAPE, prior.inputs(), found))
        .isPresent();
  }

  private static PropertyMap outputs(GetFunctionUrlConfigResponse found, QualifiedId key) {
    PropertyMap.Builder outputs = ModelReader.read(SHAPE, found).toBuilder();
    key.put(outputs);
    return outputs.put("urlId", urlId(found.functionUrl())).build();
  }

  /** The first label of the host. */
  private static String urlId(String url) {
    String host = URI.create(url).getHost();
    return host.substring(0, host.indexOf('.'));
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
