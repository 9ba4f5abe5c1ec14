/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.engine.provider.ProviderException;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;

/**
 * Waits for a function's states. Every look is a GetFunction: of Lambda's control plane it is the
 * one call that an account may make 100 times a second rather than 15.
 */
final class FunctionWaits {
  private final LambdaClient lambda;

  FunctionWaits(LambdaClient lambda) {
    this.lambda = lambda;
  }

  /**
   * Waits until a function that was just made, or a version of it, can be invoked. It may not be
   * seen everywhere yet.
   *
   * @return the function as it was seen last
   */
  GetFunctionResponse untilActive(Operation operation, String name, Optional<String> version) {
    return operation.await(
        "active",
        Optional.empty(),
        () -> find(operation, name, version),
        found -> found.flatMap(FunctionWaits::judgeState));
  }

  /**
   * Waits until a function that is known to exist has neither creation nor change under way. One
   * whose creation failed is settled too: a change may mend it.
   */
  GetFunctionResponse untilSettled(Operation operation, String name) {
    return operation.await(
        "settled",
        Optional.empty(),
        () -> get(operation, name, Optional.empty()),
        found -> Optional.of(found).filter(FunctionWaits::isSettled));
  }

  /** Waits until the last change has taken effect. */
  GetFunctionResponse untilUpdated(Operation operation, String name) {
    return operation.await(
        "updated",
        Optional.empty(),
        () -> get(operation, name, Optional.empty()),
        FunctionWaits::judgeUpdate);
  }

  /** Waits until the name is free again. */
  void untilGone(Operation operation, String name) {
    operation.await(
        "gone",
        Optional.empty(),
        () -> find(operation, name, Optional.empty()),
        found -> found.isEmpty() ? Optional.of(true) : Optional.empty());
  }

  private Optional<GetFunctionResponse> find(
      Operation operation, String name, Optional<String> version) {
    try {
      return Optional.of(get(operation, name, version));
    } catch (AwsFailure failure) {
      if (failure.isNotFound()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private GetFunctionResponse get(Operation operation, String name, Optional<String> version) {
    GetFunctionRequest request =
        GetFunctionRequest.builder().functionName(name).qualifier(version.orElse(null)).build();
    return operation.call("GetFunction", () -> lambda.getFunction(request));
  }

  /** Makes sure that a function is not in the state in which its creation failed. */
  static void ensureNotFailed(GetFunctionResponse found) {
    FunctionConfiguration function = found.configuration();
    if ("Failed".equals(function.stateAsString())) {
      throw failed("is not active", function.stateReasonCodeAsString(), function.stateReason());
    }
  }

  private static boolean isSettled(GetFunctionResponse found) {
    FunctionConfiguration function = found.configuration();
    return !"Pending".equals(function.stateAsString())
        && !"InProgress".equals(function.lastUpdateStatusAsString());
  }

  private static Optional<GetFunctionResponse> judgeState(GetFunctionResponse found) {
    FunctionConfiguration function = found.configuration();
    return switch (String.valueOf(function.stateAsString())) {
      case "Active", "Inactive" -> Optional.of(found);
      case "Failed" ->
          throw failed(
              "did not become active", function.stateReasonCodeAsString(), function.stateReason());
      default -> Optional.empty();
    };
  }

  private static Optional<GetFunctionResponse> judgeUpdate(GetFunctionResponse found) {
    FunctionConfiguration function = found.configuration();
    return switch (String.valueOf(function.lastUpdateStatusAsString())) {
      case "Successful" -> Optional.of(found);
      case "Failed" ->
          throw failed(
              "was not updated",
              function.lastUpdateStatusReasonCodeAsString(),
              function.lastUpdateStatusReason());
      default -> Optional.empty();
    };
  }

  private static ProviderException failed(String what, String code, String reason) {
    return new ProviderException(
        "The Lambda function " + what + ": " + code + ": " + reason,
        "Mend what AWS names here, then run again.",
        null);
  }
}
