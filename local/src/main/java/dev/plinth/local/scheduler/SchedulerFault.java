/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.scheduler;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

/** Scheduler's refusals. */
final class SchedulerFault {
  private SchedulerFault() {}

  static SchedulerException validation(String message) {
    return of("ValidationException", 400, message).describe(ValidationException.builder()).build();
  }

  static SchedulerException noSchedule(String name) {
    return notFound("Schedule " + name + " does not exist.");
  }

  static SchedulerException noGroup(String name) {
    return notFound("Schedule group " + name + " does not exist.");
  }

  static SchedulerException notFound(String message) {
    return of("ResourceNotFoundException", 404, message)
        .describe(ResourceNotFoundException.builder())
        .build();
  }

  static SchedulerException exists(String what, String name) {
    return of("ConflictException", 409, what + " " + name + " already exists.")
        .describe(ConflictException.builder())
        .build();
  }

  static void throwIfAny(Constraints constraints) {
    constraints
        .message()
        .ifPresent(
            message -> {
              throw validation(message);
            });
  }

  private static Refusal of(String code, int status, String message) {
    return new Refusal("Scheduler", code, status, message);
  }
}
