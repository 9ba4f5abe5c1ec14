/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.time.Duration;

/**
 * A refusal that passes by itself.
 *
 * @param code AWS's error code
 * @param fragment what the message holds; empty for any message
 * @param window how long it may last from the first attempt
 */
public record RetryRule(String code, String fragment, Duration window) {
  boolean covers(AwsFailure failure) {
    return failure.is(code) && failure.says(fragment);
  }
}
