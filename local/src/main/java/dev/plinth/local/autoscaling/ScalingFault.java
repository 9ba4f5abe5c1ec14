/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.autoscaling;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.applicationautoscaling.model.ApplicationAutoScalingException;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ResourceNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.TooManyTagsException;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;

/** Application Auto Scaling's refusals, all of them with status 400. */
final class ScalingFault {
  private ScalingFault() {}

  static ApplicationAutoScalingException validation(String message) {
    return of("ValidationException", message).describe(ValidationException.builder()).build();
  }

  static ApplicationAutoScalingException objectNotFound(String message) {
    return of("ObjectNotFoundException", message)
        .describe(ObjectNotFoundException.builder())
        .build();
  }

  static ApplicationAutoScalingException resourceNotFound(String arn) {
    return of("ResourceNotFoundException", "Unable to find resource " + arn)
        .describe(ResourceNotFoundException.builder().resourceName(arn))
        .build();
  }

  static ApplicationAutoScalingException tooManyTags(String arn) {
    return of("TooManyTagsException", "Too many tags on " + arn)
        .describe(TooManyTagsException.builder().resourceName(arn))
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

  private static Refusal of(String code, String message) {
    return new Refusal("ApplicationAutoScaling", code, 400, message);
  }
}
