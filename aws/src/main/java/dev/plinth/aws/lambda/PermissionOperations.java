/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;

/**
 * What is done with permissions. Those of one function take turns: of two statements that are added
 * at once, Lambda keeps one.
 */
final class PermissionOperations implements ResourceOperations {
  private final AwsSession session;

  PermissionOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "statementId", "statementIdPrefix");
    PermissionKey key = PermissionKey.of(inputs);
    AddPermissionRequest request =
        ModelWriter.fill(AddPermissionRequest.builder(), PermissionType.SCHEMA.shape(), inputs)
            .build();
    Prior prior = new Prior(given, PropertyMap.empty());
    Optional<AddPermissionResponse> added =
        session
            .turns()
            .take(
                PermissionKey.turn(key.function()),
                () ->
                    new SafeCreate(
                            operation, AwsFailure::isTaken, () -> isAsAsked(operation, key, inputs))
                        .run(
                            "AddPermission",
                            RetryRules.FUNCTION_PERMISSION,
                            () -> lambda().addPermission(request)));
    PropertyMap outputs =
        added
            .flatMap(answer -> PermissionStatement.parse(answer.statement()))
            .map(statement -> statement.outputs(prior))
            .or(() -> find(operation, key, prior))
            .orElseThrow(operation::disappeared);
    return new CreateResult(key.statementId(), outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return find(operation, PermissionKey.of(id, prior), prior);
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    PermissionKey key = PermissionKey.of(id, prior);
    RemovePermissionRequest request =
        RemovePermissionRequest.builder()
            .functionName(key.function())
            .statementId(key.statementId())
            .qualifier(key.qualifier().orElse(null))
            .build();
    session
        .turns()
        .take(
            PermissionKey.turn(key.function()),
            () -> {
              operation.ifThere(
                  "RemovePermission",
                  RetryRules.FUNCTION_BUSY,
                  () -> lambda().removePermission(request));
              return operation.await(
                  "gone",
                  Optional.empty(),
                  () -> find(operation, key, prior),
                  found -> found.isEmpty() ? Optional.of(true) : Optional.empty());
            });
  }

  private Optional<PropertyMap> find(Operation operation, PermissionKey key, Prior prior) {
    GetPolicyRequest request =
        GetPolicyRequest.builder()
            .functionName(key.function())
            .qualifier(key.qualifier().orElse(null))
            .build();
    return operation
        .ifThere("GetPolicy", () -> lambda().getPolicy(request))
        .flatMap(answer -> PermissionStatement.find(answer.policy(), key.statementId()))
        .map(statement -> statement.outputs(prior));
  }

  private boolean isAsAsked(Operation operation, PermissionKey key, PropertyMap inputs) {
    return find(operation, key, new Prior(inputs, PropertyMap.empty()))
        .filter(found -> AsAsked.is(PermissionType.SCHEMA.shape(), inputs, found))
        .isPresent();
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
