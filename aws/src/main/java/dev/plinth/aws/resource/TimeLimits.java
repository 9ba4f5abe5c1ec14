/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import java.time.Duration;

/** How long a type's operations may take where the program does not say. */
public record TimeLimits(Duration create, Duration update, Duration delete) {
  public static TimeLimits ofMinutes(int each) {
    Duration limit = Duration.ofMinutes(each);
    return new TimeLimits(limit, limit, limit);
  }
}
