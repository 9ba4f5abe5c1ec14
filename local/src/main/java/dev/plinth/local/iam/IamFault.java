/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.PolicyGrammar;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** IAM's errors, as the SDK throws them. */
final class IamFault {
  private IamFault() {}

  static IamException noSuchEntity(String message) {
    return of("NoSuchEntity", 404, message).describe(NoSuchEntityException.builder()).build();
  }

  static IamException noSuchRole(String name) {
    return noSuchEntity("The role with name " + name + " cannot be found.");
  }

  static IamException alreadyExists(String message) {
    return of("EntityAlreadyExists", 409, message)
        .describe(EntityAlreadyExistsException.builder())
        .build();
  }

  static IamException deleteConflict(String message) {
    return of("DeleteConflict", 409, message).describe(DeleteConflictException.builder()).build();
  }

  static IamException limitExceeded(String message) {
    return of("LimitExceeded", 409, message).describe(LimitExceededException.builder()).build();
  }

  static IamException malformedPolicy(String message) {
    return of("MalformedPolicyDocument", 400, message)
        .describe(MalformedPolicyDocumentException.builder())
        .build();
  }

  static IamException invalidInput(String message) {
    return of("InvalidInput", 400, message).describe(InvalidInputException.builder()).build();
  }

  /** Throws a {@code ValidationError} when a check found something. */
  static void throwIfAny(Constraints constraints) {
    constraints
        .message()
        .ifPresent(
            message -> {
              throw (IamException)
                  of("ValidationError", 400, message).describe(IamException.builder()).build();
            });
  }

  /** Throws when a document is no policy of the kind. */
  static void throwIfMalformed(PolicyGrammar grammar, String document) {
    grammar
        .problem(document)
        .ifPresent(
            problem -> {
              throw malformedPolicy(problem);
            });
  }

  private static Refusal of(String code, int status, String message) {
    return new Refusal("Iam", code, status, message);
  }
}
