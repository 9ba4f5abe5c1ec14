/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.states;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import dev.plinth.rules.asl.Problem;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidLoggingConfigurationException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TooManyTagsException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** Step Functions' refusals, all of them with status 400. */
final class StatesFault {
  private StatesFault() {}

  static SfnException invalidName(String name) {
    return of("InvalidName", "Invalid Name: '" + name + "'")
        .describe(InvalidNameException.builder())
        .build();
  }

  static SfnException invalidArn(String arn) {
    return of("InvalidArn", "Invalid Arn: '" + arn + "'")
        .describe(InvalidArnException.builder())
        .build();
  }

  static SfnException invalidDefinition(List<Problem> problems) {
    String told = problems.stream().map(Problem::text).collect(Collectors.joining(", "));
    return of("InvalidDefinition", "Invalid State Machine Definition: '" + told + "'")
        .describe(InvalidDefinitionException.builder())
        .build();
  }

  static SfnException invalidLogging(String message) {
    return of("InvalidLoggingConfiguration", "Invalid Logging Configuration: " + message)
        .describe(InvalidLoggingConfigurationException.builder())
        .build();
  }

  static SfnException accessDenied(String message) {
    return (SfnException)
        of("AccessDeniedException", message).describe(SfnException.builder()).build();
  }

  static SfnException exists(String arn) {
    return of("StateMachineAlreadyExists", "State Machine Already Exists: '" + arn + "'")
        .describe(StateMachineAlreadyExistsException.builder())
        .build();
  }

  static SfnException noMachine(String arn) {
    return of("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'")
        .describe(StateMachineDoesNotExistException.builder())
        .build();
  }

  static SfnException notFound(String arn) {
    return of("ResourceNotFound", "Resource not found: '" + arn + "'")
        .describe(ResourceNotFoundException.builder().resourceName(arn))
        .build();
  }

  static SfnException missing(String message) {
    return of("MissingRequiredParameter", message)
        .describe(MissingRequiredParameterException.builder())
        .build();
  }

  static SfnException validation(String message) {
    return of("ValidationException", message).describe(ValidationException.builder()).build();
  }

  static SfnException tooManyTags(String arn) {
    return of("TooManyTags", "The resource has too many tags")
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
    return new Refusal("Sfn", code, 400, message);
  }
}
