/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.RetryRule;
import java.time.Duration;
import java.util.List;

/** What CloudWatch Logs refuses for a while only. */
final class LogGroupRetries {
  /** Another operation on the same group is under way. */
  private static final RetryRule ABORTED =
      new RetryRule("OperationAbortedException", "", Duration.ofMinutes(1));

  /** Permissions that hang on the group's tags follow a moment later. */
  private static final RetryRule TAGS_UNSEEN =
      new RetryRule(
          "AccessDeniedException", "no identity-based policy allows", Duration.ofMinutes(2));

  static final List<RetryRule> BUSY = List.of(ABORTED);
  static final List<RetryRule> RETENTION = List.of(ABORTED, TAGS_UNSEEN);

  private LogGroupRetries() {}

  static boolean isTaken(AwsFailure failure) {
    return failure.is("ResourceAlreadyExistsException");
  }
}
