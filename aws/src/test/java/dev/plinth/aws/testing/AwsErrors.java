/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Refusals as the SDK throws them. */
public final class AwsErrors {
  private AwsErrors() {}

  public static RuntimeException refusal(int status, String code, String message) {
    return AwsServiceException.builder()
        .statusCode(status)
        .requestId("req-1")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }

  public static RuntimeException invalid(String message) {
    return refusal(400, "InvalidParameterValueException", message);
  }

  public static RuntimeException conflict(String message) {
    return refusal(409, "ResourceConflictException", message);
  }

  public static RuntimeException throttled() {
    return refusal(429, "TooManyRequestsException", "Rate exceeded");
  }

  public static RuntimeException fault() {
    return refusal(500, "ServiceException", "Internal error");
  }

  public static RuntimeException timeout() {
    return ApiCallTimeoutException.create(60_000);
  }
}
