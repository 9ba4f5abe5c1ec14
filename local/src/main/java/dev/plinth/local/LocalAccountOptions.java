/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.LocalAccountException;
import java.time.Clock;
import java.time.Duration;

/**
 * How a local account is opened.
 *
 * @param accountId twelve digits; each has its own resources in the folder
 * @param region for example {@code eu-central-1}; each has its own resources in the folder
 * @param strict whether what a request names and the account lacks is refused, as AWS would, rather
 *     than assumed
 * @param settleTime how long a function stays {@code Pending} after its creation and {@code
 *     InProgress} after an update, by {@code clock}; zero means that only the answer to the call
 *     itself shows it
 */
public record LocalAccountOptions(
    String accountId, String region, boolean strict, Duration settleTime, Clock clock) {
  public static final String DEFAULT_ACCOUNT_ID = "123456789012";
  private static final int ACCOUNT_ID_LENGTH = 12;

  public LocalAccountOptions {
    if (accountId.length() != ACCOUNT_ID_LENGTH
        || !accountId.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new LocalAccountException(
          "'" + accountId + "' is not an AWS account id: expected twelve digits");
    }
    if (region.isEmpty()
        || !region
            .chars()
            .allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))) {
      throw new LocalAccountException(
          "'" + region + "' is not an AWS region: expected one like eu-central-1");
    }
    if (settleTime.isNegative()) {
      throw new LocalAccountException("The settle time " + settleTime + " is negative");
    }
  }

  /** Assumes what is missing, settles at once and goes by the system's clock. */
  public static LocalAccountOptions of(String region) {
    return new LocalAccountOptions(
        DEFAULT_ACCOUNT_ID, region, false, Duration.ZERO, Clock.systemUTC());
  }

  public LocalAccountOptions withAccountId(String changed) {
    return new LocalAccountOptions(changed, region, strict, settleTime, clock);
  }

  public LocalAccountOptions withStrict(boolean changed) {
    return new LocalAccountOptions(accountId, region, changed, settleTime, clock);
  }

  public LocalAccountOptions withSettleTime(Duration changed) {
    return new LocalAccountOptions(accountId, region, strict, changed, clock);
  }

  public LocalAccountOptions withClock(Clock changed) {
    return new LocalAccountOptions(accountId, region, strict, settleTime, changed);
  }

  AccountContext context() {
    return new AccountContext(accountId, region, strict, settleTime, clock);
  }
}
