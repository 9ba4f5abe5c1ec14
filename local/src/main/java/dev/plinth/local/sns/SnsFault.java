/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.TagLimitExceededException;

/** SNS's errors, as the SDK throws them. */
final class SnsFault {
  private SnsFault() {}

  static SnsException topicNotFound() {
    return notFound("Topic does not exist");
  }

  static SnsException notFound(String message) {
    return of("NotFound", 404, message).describe(NotFoundException.builder()).build();
  }

  static SnsException invalidParameter(String message) {
    return of("InvalidParameter", 400, "Invalid parameter: " + message)
        .describe(InvalidParameterException.builder())
        .build();
  }

  static SnsException tooManyTags() {
    return of(
            "TagLimitExceeded",
            400,
            "Could not complete request: tag quota of per resource exceeded")
        .describe(TagLimitExceededException.builder())
        .build();
  }

  /** Throws when a check found something. */
  static void throwIfAny(Constraints constraints) {
    constraints
        .message()
        .ifPresent(
            message -> {
              throw invalidParameter(message);
            });
  }

  private static Refusal of(String code, int status, String message) {
    return new Refusal("Sns", code, status, message);
  }
}
