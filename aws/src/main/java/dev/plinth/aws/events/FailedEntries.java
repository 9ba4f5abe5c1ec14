/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;

/** Makes a refusal of what EventBridge says inside an answer with HTTP status 200. */
final class FailedEntries {
  private static final int INVALID = 400;

  private FailedEntries() {}

  static PutTargetsResponse none(PutTargetsResponse response) {
    response
        .failedEntries()
        .forEach(
            entry -> {
              throw refusal(entry.errorCode(), entry.errorMessage());
            });
    return response;
  }

  static RemoveTargetsResponse none(RemoveTargetsResponse response) {
    response
        .failedEntries()
        .forEach(
            entry -> {
              throw refusal(entry.errorCode(), entry.errorMessage());
            });
    return response;
  }

  private static RuntimeException refusal(String code, String message) {
    return EventBridgeException.builder()
        .statusCode(INVALID)
        .message(message)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("EventBridge")
                .errorCode(code)
                .errorMessage(message)
                .build())
        .build();
  }
}
