/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.cloudwatch;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/** CloudWatch's refusals. */
final class CloudWatchFault {
  private static final int INVALID = 400;
  private static final int NOT_FOUND = 404;

  private CloudWatchFault() {}

  static CloudWatchException validation(String message) {
    return (CloudWatchException)
        of("ValidationError", INVALID, message).describe(CloudWatchException.builder()).build();
  }

  static CloudWatchException combination(String message) {
    return of("InvalidParameterCombination", INVALID, message)
        .describe(InvalidParameterCombinationException.builder())
        .build();
  }

  static CloudWatchException missing(String message) {
    return of("MissingParameter", INVALID, message)
        .describe(MissingRequiredParameterException.builder())
        .build();
  }

  static CloudWatchException notFound(String arn) {
    return of("ResourceNotFoundException", NOT_FOUND, "Unknown resource: " + arn)
        .describe(ResourceNotFoundException.builder().resourceId(arn))
        .build();
  }

  static CloudWatchException noAlarms(List<String> names) {
    return (CloudWatchException)
        of("ResourceNotFound", NOT_FOUND, "Alarms do not exist: " + names)
            .describe(CloudWatchException.builder())
            .build();
  }

  static CloudWatchException noDashboard(String name) {
    return of("ResourceNotFound", NOT_FOUND, "Dashboard " + name + " does not exist")
        .describe(DashboardNotFoundErrorException.builder())
        .build();
  }

  static CloudWatchException invalidDashboard(List<DashboardValidationMessage> messages) {
    return of(
            "InvalidParameterInput",
            INVALID,
            "The field DashboardBody must be a valid JSON object and follow the dashboard"
                + " structure: "
                + messages.stream().map(each -> each.dataPath() + ": " + each.message()).toList())
        .describe(
            DashboardInvalidInputErrorException.builder().dashboardValidationMessages(messages))
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
    return new Refusal("CloudWatch", code, status, message);
  }
}
