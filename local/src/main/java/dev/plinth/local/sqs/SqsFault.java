/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** SQS's errors, as the SDK throws them. */
final class SqsFault {
  private SqsFault() {}

  static SqsException noSuchQueue() {
    return of("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.")
        .describe(QueueDoesNotExistException.builder())
        .build();
  }

  static SqsException nameExists() {
    return of(
            "QueueAlreadyExists",
            "A queue already exists with the same name and a different value for some attribute")
        .describe(QueueNameExistsException.builder())
        .build();
  }

  static SqsException unknownAttribute(String name) {
    return of("InvalidAttributeName", "Unknown Attribute " + name + ".")
        .describe(InvalidAttributeNameException.builder())
        .build();
  }

  static SqsException invalidValue(String name) {
    return of("InvalidAttributeValue", "Invalid value for the parameter " + name + ".")
        .describe(InvalidAttributeValueException.builder())
        .build();
  }

  static SqsException invalidValue(String name, String reason) {
    return of(
            "InvalidAttributeValue",
            "Invalid value for the parameter " + name + ". Reason: " + reason)
        .describe(InvalidAttributeValueException.builder())
        .build();
  }

  static SqsException invalidParameter(String message) {
    return (SqsException)
        of("InvalidParameterValue", message).describe(SqsException.builder()).build();
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

  private static Refusal of(String code, String message) {
    return new Refusal("Sqs", code, 400, message);
  }
}
