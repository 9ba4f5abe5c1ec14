/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.cloudwatchlogs.model.AccessDeniedException;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatchlogs.model.TooManyTagsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ValidationException;

/** CloudWatch Logs' refusals, all of them with status 400. */
final class LogsFault {
  private LogsFault() {}

  static CloudWatchLogsException invalidParameter(String message) {
    return of("InvalidParameterException", message)
        .describe(InvalidParameterException.builder())
        .build();
  }

  static CloudWatchLogsException alreadyExists() {
    return of("ResourceAlreadyExistsException", "The specified log group already exists")
        .describe(ResourceAlreadyExistsException.builder())
        .build();
  }

  static CloudWatchLogsException notFound() {
    return notFound("The specified log group does not exist.");
  }

  static CloudWatchLogsException notFound(String message) {
    return of("ResourceNotFoundException", message)
        .describe(ResourceNotFoundException.builder())
        .build();
  }

  static CloudWatchLogsException limitExceeded() {
    return of("LimitExceededException", "Resource limit exceeded.")
        .describe(LimitExceededException.builder())
        .build();
  }

  static CloudWatchLogsException accessDenied(String message) {
    return of("AccessDeniedException", message).describe(AccessDeniedException.builder()).build();
  }

  static CloudWatchLogsException validation(String message) {
    return of("ValidationException", message).describe(ValidationException.builder()).build();
  }

  static CloudWatchLogsException tooManyTags(String arn) {
    return of("TooManyTagsException", "The resource " + arn + " can have no more than 50 tags.")
        .describe(TooManyTagsException.builder().resourceName(arn))
        .build();
  }

  static void throwIfAny(Constraints constraints) {
    constraints
        .message()
        .ifPresent(
            message -> {
              throw invalidParameter(message);
            });
  }

  private static Refusal of(String code, String message) {
    return new Refusal("CloudWatchLogs", code, 400, message);
  }
}
