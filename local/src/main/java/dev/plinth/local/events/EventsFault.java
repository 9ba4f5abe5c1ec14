/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.events;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** EventBridge's refusals, all of them with status 400. */
final class EventsFault {
  private EventsFault() {}

  static EventBridgeException validation(String message) {
    return (EventBridgeException)
        of("ValidationException", message).describe(EventBridgeException.builder()).build();
  }

  static EventBridgeException noBus(String name) {
    return notFound("Event bus " + name + " does not exist.");
  }

  static EventBridgeException noRule(String name, String bus) {
    return notFound("Rule " + name + " does not exist on EventBus " + bus + ".");
  }

  static EventBridgeException notFound(String message) {
    return of("ResourceNotFoundException", message)
        .describe(ResourceNotFoundException.builder())
        .build();
  }

  static EventBridgeException busExists(String name) {
    return of("ResourceAlreadyExistsException", "Event bus " + name + " already exists.")
        .describe(ResourceAlreadyExistsException.builder())
        .build();
  }

  static EventBridgeException invalidPattern(String reason) {
    return of("InvalidEventPatternException", "Event pattern is not valid. Reason: " + reason)
        .describe(InvalidEventPatternException.builder())
        .build();
  }

  static EventBridgeException limitExceeded(String message) {
    return of("LimitExceededException", message).describe(LimitExceededException.builder()).build();
  }

  static void throwIfAny(Constraints constraints) {
    constraints
        .message()
        .ifPresent(
            message -> {
              throw validation(message);
            });
  }

  private static Refusal of(String code, String message) {
    return new Refusal("EventBridge", code, 400, message);
  }
}
