/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.schema.ResourceDiff;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;

/** Creates one function, waits until it is active and reserves its concurrency. */
final class FunctionCreate {
  private final AwsSession session;
  private final LambdaClient lambda;
  private final FunctionReader reader;
  private final Operation operation;
  private final PropertyMap inputs;
  private final String name;
  private Optional<GetFunctionResponse> seen = Optional.empty();

  FunctionCreate(
      AwsSession session, FunctionReader reader, Operation operation, PropertyMap inputs) {
    this.session = session;
    this.lambda = session.clients().lambda();
    this.reader = reader;
    this.operation = operation;
    this.inputs = inputs;
    this.name = inputs.text("name").orElseThrow();
  }

  CreateResult run() {
    FunctionCodeSource code = FunctionCodeSource.of(inputs, session.base());
    CreateFunctionRequest request = FunctionRequests.create(inputs, code);
    Optional<CreateFunctionResponse> created =
        new SafeCreate(operation, AwsFailure::isTaken, () -> isAsAsked(code))
            .run(
                "CreateFunction", RetryRules.FUNCTION_CREATE, () -> lambda.createFunction(request));
    PropertyMap outputs =
        Completion.finish(
            operation,
            name,
            inputs,
            this::complete,
            () -> readBack(created.map(answer -> answer.version())));
    return new CreateResult(name, outputs);
  }

  private void complete() {
    GetFunctionResponse active =
        new FunctionWaits(lambda).untilActive(operation, name, Optional.empty());
    seen = Optional.of(active);
    int reserved = inputs.integer("reservedConcurrentExecutions").orElse(FunctionSchema.UNRESERVED);
    if (reserved >= 0) {
      PutFunctionConcurrencyRequest request =
          PutFunctionConcurrencyRequest.builder()
              .functionName(name)
              .reservedConcurrentExecutions(reserved)
              .build();
      operation.call(
          "PutFunctionConcurrency",
          RetryRules.FUNCTION_BUSY,
          () -> lambda.putFunctionConcurrency(request));
      seen = Optional.of(reserving(active, reserved));
    }
  }

  /** The function as it is once the concurrency is reserved; another look would tell no more. */
  private static GetFunctionResponse reserving(GetFunctionResponse active, int reserved) {
    return active.toBuilder()
        .concurrency(concurrency -> concurrency.reservedConcurrentExecutions(reserved))
        .build();
  }

  private PropertyMap readBack(Optional<String> created) {
    boolean published = inputs.bool("publish").orElse(false);
    String version =
        published
            ? created.orElseGet(() -> reader.newestVersion(operation, name))
            : FunctionReader.LATEST;
    return reader.readBack(operation, name, new Prior(inputs, PropertyMap.empty()), seen, version);
  }

  /** Whether a function of the name is what an attempt of ours, whose answer was lost, made. */
  private boolean isAsAsked(FunctionCodeSource code) {
    Optional<GetFunctionResponse> found = reader.find(operation, name);
    if (found.isEmpty() || !hasCode(found.get(), code)) {
      return false;
    }
    PropertyMap outputs =
        reader.readBack(
            operation, name, new Prior(inputs, PropertyMap.empty()), found, FunctionReader.LATEST);
    return ResourceDiff.changes(
            FunctionSchema.SCHEMA.shape(), inputs, outputs, inputs, FunctionType.SET_LATER)
        .isEmpty();
  }

  private static boolean hasCode(GetFunctionResponse found, FunctionCodeSource code) {
    return code.zip()
        .map(zip -> zip.sha256().equals(found.configuration().codeSha256()))
        .orElse(true);
  }
}
