/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.account;

import java.time.Clock;
import java.time.Duration;

/**
 * Whose account the services answer for.
 *
 * @param accountId twelve digits
 * @param region for example {@code eu-central-1}
 * @param strict whether what the account lacks is refused rather than assumed
 * @param settleTime how long a function stays {@code Pending} or {@code InProgress}
 */
public record AccountContext(
    String accountId, String region, boolean strict, Duration settleTime, Clock clock) {

  public Partition partition() {
    return Partition.ofRegion(region);
  }

  /** The ARN of a regional resource of this account. */
  public String arn(String service, String resource) {
    return "arn:"
        + partition().id()
        + ":"
        + service
        + ":"
        + region
        + ":"
        + accountId
        + ":"
        + resource;
  }

  public long now() {
    return clock.millis();
  }

  /** The instant, in milliseconds since the epoch, at which a change made now is complete. */
  public long settlesAt() {
    return now() + settleTime.toMillis();
  }
}
