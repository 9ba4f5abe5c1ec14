/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigRequest;

/** What is done with provisioned concurrency, which takes minutes to be allocated. */
final class ProvisionedConcurrencyConfigOperations implements ResourceOperations {
  private static final Shape SHAPE = ProvisionedConcurrencyConfigType.SCHEMA.shape();

  private final AwsSession session;

  ProvisionedConcurrencyConfigOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    QualifiedId key = QualifiedId.of(inputs);
    Prior prior = new Prior(inputs, PropertyMap.empty());
    return new CreateResult(
        key.format(ProvisionedConcurrencyConfigType.SEPARATOR), put(operation, key, inputs, prior));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    QualifiedId key = QualifiedId.parse(id, ProvisionedConcurrencyConfigType.SEPARATOR);
    return find(operation, key).map(found -> outputs(found, key, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    QualifiedId key = QualifiedId.of(change.newInputs());
    return change.changes("provisionedConcurrentExecutions")
        ? put(operation, key, change.newInputs(), change.prior())
        : read(operation, id, change.prior()).orElseThrow(operation::disappeared);
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    if (prior.saidTrue("skipDestroy")) {
      return;
    }
    QualifiedId key = QualifiedId.parse(id, ProvisionedConcurrencyConfigType.SEPARATOR);
    DeleteProvisionedConcurrencyConfigRequest request =
        DeleteProvisionedConcurrencyConfigRequest.builder()
            .functionName(key.function())
            .qualifier(key.qualifierOrNull())
            .build();
    operation.ifThere(
        "DeleteProvisionedConcurrencyConfig",
        RetryRules.FUNCTION_BUSY,
        () -> lambda().deleteProvisionedConcurrencyConfig(request));
  }

  private PropertyMap put(Operation operation, QualifiedId key, PropertyMap inputs, Prior prior) {
    PutProvisionedConcurrencyConfigRequest request =
        ModelWriter.fill(PutProvisionedConcurrencyConfigRequest.builder(), SHAPE, inputs).build();
    operation.repeatable(
        "PutProvisionedConcurrencyConfig",
        RetryRules.FUNCTION_BUSY,
        () -> lambda().putProvisionedConcurrencyConfig(request));
    return Completion.finish(
        operation,
        key.format(ProvisionedConcurrencyConfigType.SEPARATOR),
        inputs,
        () -> {},
        () -> outputs(untilReady(operation, key), key, prior));
  }

  private GetProvisionedConcurrencyConfigResponse untilReady(Operation operation, QualifiedId key) {
    return operation.await(
        "ready",
        Optional.empty(),
        () -> find(operation, key),
        found -> found.flatMap(ProvisionedConcurrencyConfigOperations::judge));
  }

  private static Optional<GetProvisionedConcurrencyConfigResponse> judge(
      GetProvisionedConcurrencyConfigResponse found) {
    return switch (String.valueOf(found.statusAsString())) {
      case "READY" -> Optional.of(found);
      case "FAILED" ->
          throw new ProviderException(
              "The provisioned concurrency was not allocated: " + found.statusReason(),
              "Mend what AWS names here, then run again.",
              null);
      default -> Optional.empty();
    };
  }

  private Optional<GetProvisionedConcurrencyConfigResponse> find(
      Operation operation, QualifiedId key) {
    GetProvisionedConcurrencyConfigRequest request =
        GetProvisionedConcurrencyConfigRequest.builder()
            .functionName(key.function())
            .qualifier(key.qualifierOrNull())
            .build();
    return operation.ifThere(
        "GetProvisionedConcurrencyConfig", () -> lambda().getProvisionedConcurrencyConfig(request));
  }

  private static PropertyMap outputs(
      GetProvisionedConcurrencyConfigResponse found, QualifiedId key, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, SHAPE, prior);
    key.put(outputs);
    double requested = found.requestedProvisionedConcurrentExecutions();
    return outputs.put("provisionedConcurrentExecutions", requested).build();
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
