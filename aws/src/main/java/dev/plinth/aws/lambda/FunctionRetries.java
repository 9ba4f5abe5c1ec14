/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.RetryRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Lambda refuses for a while only: IAM, KMS and EC2 have not caught up, or an earlier change
 * is still under way. The texts are Lambda's own.
 */
final class FunctionRetries {
  private static final String INVALID = "InvalidParameterValueException";
  private static final String CONFLICT = "ResourceConflictException";

  private static final Duration PROPAGATION = Duration.ofMinutes(5);

  /** Network interfaces take longer to be had when EC2 throttles Lambda. */
  private static final Duration INTERFACES = PROPAGATION.plusMinutes(9);

  private static final List<RetryRule> CONSISTENCY =
      List.of(
          new RetryRule(
              INVALID,
              "The role defined for the function cannot be assumed by Lambda",
              PROPAGATION),
          new RetryRule(
              INVALID, "The provided execution role does not have permissions", PROPAGATION),
          new RetryRule(INVALID, "throttled by EC2", INTERFACES),
          new RetryRule(INVALID, "KMS key is invalid for CreateGrant", PROPAGATION));

  private static final List<RetryRule> BUSY = List.of(new RetryRule(CONFLICT, "", PROPAGATION));

  static final List<RetryRule> ON_CREATE =
      join(
          CONSISTENCY,
          List.of(
              new RetryRule(CONFLICT, "in progress", PROPAGATION),
              new RetryRule(CONFLICT, "is currently in the following state", PROPAGATION)));

  static final List<RetryRule> ON_CONFIGURATION = join(CONSISTENCY, BUSY);

  static final List<RetryRule> WHILE_BUSY = BUSY;

  /** Replicas of Lambda@Edge are taken down within hours. */
  static final List<RetryRule> ON_DELETE =
      join(
          BUSY,
          List.of(
              new RetryRule(INVALID, "because it is a replicated function", Duration.ofDays(1))));

  private FunctionRetries() {}

  /** Whether CreateFunction found the name taken. */
  static boolean isTaken(AwsFailure failure) {
    return failure.is(CONFLICT) && failure.says("already exist");
  }

  private static List<RetryRule> join(List<RetryRule> first, List<RetryRule> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
