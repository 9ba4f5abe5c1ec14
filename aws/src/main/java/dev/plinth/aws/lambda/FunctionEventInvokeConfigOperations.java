/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;

/** What is done with event invoke configurations, each of which is always written whole. */
final class FunctionEventInvokeConfigOperations implements ResourceOperations {
  private static final Shape SHAPE = FunctionEventInvokeConfigType.SCHEMA.shape();

  private final AwsSession session;

  FunctionEventInvokeConfigOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    String id = QualifiedId.of(inputs).format(FunctionEventInvokeConfigType.SEPARATOR);
    return new CreateResult(id, put(operation, inputs));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    QualifiedId key = QualifiedId.parse(id, FunctionEventInvokeConfigType.SEPARATOR);
    GetFunctionEventInvokeConfigRequest request =
        GetFunctionEventInvokeConfigRequest.builder()
            .functionName(key.function())
            .qualifier(key.qualifierOrNull())
            .build();
    return operation
        .ifThere(
            "GetFunctionEventInvokeConfig", () -> lambda().getFunctionEventInvokeConfig(request))
        .map(found -> outputs(found, key));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return put(operation, change.newInputs());
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    QualifiedId key = QualifiedId.parse(id, FunctionEventInvokeConfigType.SEPARATOR);
    DeleteFunctionEventInvokeConfigRequest request =
        DeleteFunctionEventInvokeConfigRequest.builder()
            .functionName(key.function())
            .qualifier(key.qualifierOrNull())
            .build();
    operation.ifThere(
        "DeleteFunctionEventInvokeConfig",
        RetryRules.FUNCTION_BUSY,
        () -> lambda().deleteFunctionEventInvokeConfig(request));
  }

  private PropertyMap put(Operation operation, PropertyMap inputs) {
    QualifiedId key = QualifiedId.of(inputs);
    PutFunctionEventInvokeConfigRequest request =
        ModelWriter.fill(PutFunctionEventInvokeConfigRequest.builder(), SHAPE, inputs).build();
    return outputs(
        operation.repeatable(
            "PutFunctionEventInvokeConfig",
            RetryRules.EVENT_INVOKE_CONFIG,
            () -> lambda().putFunctionEventInvokeConfig(request)),
        key);
  }

  private static PropertyMap outputs(SdkPojo config, QualifiedId key) {
    PropertyMap.Builder outputs = ModelReader.read(SHAPE, config).toBuilder();
    key.put(outputs);
    return outputs.build();
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
