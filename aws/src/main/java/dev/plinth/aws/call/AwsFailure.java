/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import dev.plinth.engine.provider.ProviderException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call that AWS refused, or that got no answer. */
public final class AwsFailure extends ProviderException {
  private static final Set<String> THROTTLED =
      Set.of(
          "TooManyRequestsException",
          "ThrottlingException",
          "Throttling",
          "ThrottledException",
          "RequestLimitExceeded",
          "SlowDown");

  private final String code;
  private final String said;
  private final boolean uncertain;
  private final int attempts;

  /**
   * @param code AWS's error code; empty when AWS gave no answer
   * @param said AWS's own words, cleaned of secrets
   * @param uncertain whether the call may have taken effect all the same
   * @param attempts how often the call was sent
   */
  AwsFailure(
      String message,
      @Nullable String remedy,
      @Nullable Throwable cause,
      String code,
      String said,
      boolean uncertain,
      int attempts) {
    super(message, remedy, cause);
    this.code = code;
    this.said = said;
    this.uncertain = uncertain;
    this.attempts = attempts;
  }

  public String code() {
    return code;
  }

  /** AWS's own words. */
  public String said() {
    return said;
  }

  public boolean is(String errorCode) {
    return code.equals(errorCode);
  }

  public boolean says(String fragment) {
    return said.contains(fragment);
  }

  /** Whether the resource that was asked for does not exist, by the code that services share. */
  public boolean isNotFound() {
    return is("ResourceNotFoundException");
  }

  boolean isThrottled() {
    return THROTTLED.contains(code);
  }

  boolean isUncertain() {
    return uncertain;
  }

  /** Whether an earlier attempt of the same call may have taken effect. */
  boolean wasRetried() {
    return attempts > 1;
  }
}
