/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.lambda.model.CodeSigningConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.PolicyLengthExceededException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Lambda's refusals, each with the code, status and exception class that the SDK gives it. */
final class LambdaFault {
  /** Who is to blame, as Lambda's errors say: the caller. */
  private static final String USER = "User";

  private LambdaFault() {}

  static LambdaException invalidParameter(String message) {
    return of("InvalidParameterValueException", 400, message)
        .describe(InvalidParameterValueException.builder().type(USER))
        .build();
  }

  static LambdaException notFound(String message) {
    return of("ResourceNotFoundException", 404, message)
        .describe(ResourceNotFoundException.builder().type(USER))
        .build();
  }

  static LambdaException functionNotFound(String arn) {
    return notFound("Function not found: " + arn);
  }

  static LambdaException conflict(String message) {
    return of("ResourceConflictException", 409, message)
        .describe(ResourceConflictException.builder().type(USER))
        .build();
  }

  static LambdaException staleRevision() {
    return of(
            "PreconditionFailedException",
            412,
            "The Revision Id provided does not match the latest Revision Id. Call the"
                + " GetFunction/GetAlias API to retrieve the latest Revision Id")
        .describe(PreconditionFailedException.builder().type(USER))
        .build();
  }

  static LambdaException codeSigningConfigNotFound(String arn) {
    return of(
            "CodeSigningConfigNotFoundException",
            404,
            "The code signing configuration cannot be found. Check that the provided code signing"
                + " configuration is not deleted: "
                + arn
                + ".")
        .describe(CodeSigningConfigNotFoundException.builder().type(USER))
        .build();
  }

  static LambdaException policyTooLong(int size, int most) {
    return of(
            "PolicyLengthExceededException",
            400,
            "The final policy size (" + size + ") is bigger than the limit (" + most + ").")
        .describe(PolicyLengthExceededException.builder().type(USER))
        .build();
  }

  static LambdaException noProvisionedConcurrency() {
    return of(
            "ProvisionedConcurrencyConfigNotFoundException",
            404,
            "No Provisioned Concurrency Config found for this function")
        .describe(ProvisionedConcurrencyConfigNotFoundException.builder().type(USER))
        .build();
  }

  static LambdaException inUse(String message) {
    return of("ResourceInUseException", 400, message)
        .describe(ResourceInUseException.builder())
        .build();
  }

  static LambdaException accessDenied(String message) {
    return unmodelled("AccessDeniedException", 403, message);
  }

  static LambdaException requestTooLarge(String message) {
    return unmodelled("RequestEntityTooLargeException", 413, message);
  }

  /** Throws a {@code ValidationException} when a check found something. */
  static void throwIfAny(Constraints constraints) {
    constraints
        .message()
        .ifPresent(
            message -> {
              throw unmodelled("ValidationException", 400, message);
            });
  }

  /** An error that the SDK has no class for and gives as the service's general exception. */
  private static LambdaException unmodelled(String code, int status, String message) {
    return (LambdaException) of(code, status, message).describe(LambdaException.builder()).build();
  }

  private static Refusal of(String code, int status, String message) {
    return new Refusal("Lambda", code, status, message);
  }
}
