/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.time.Duration;

/**
 * A refusal that passes by itself. {@link RetryRules} has all of them.
 *
 * @param code AWS's error code, as {@link AwsFailure#is} takes it
 * @param fragment what the message holds; empty for any message
 * @param exception what the message of a refusal that lasts holds; empty when there is none
 * @param window how long it may last from the first attempt
 */
public record RetryRule(String code, String fragment, String exception, Duration window) {
  public RetryRule(String code, String fragment, Duration window) {
    this(code, fragment, "", window);
  }

  /** The same rule, but for messages that hold the fragment. */
  RetryRule unless(String fragmentOfException) {
    return new RetryRule(code, fragment, fragmentOfException, window);
  }

  boolean covers(AwsFailure failure) {
    return failure.is(code)
        && failure.says(fragment)
        && (exception.isEmpty() || !failure.says(exception));
  }
}
