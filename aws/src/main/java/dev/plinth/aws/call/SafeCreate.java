/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Creates something by a name that AWS keeps unique, without a duplicate and without giving up on
 * what is there: when an answer was lost, the thing is looked for, and taken if it is what was
 * asked for.
 */
public final class SafeCreate {
  private final Operation operation;
  private final Predicate<AwsFailure> exists;
  private final BooleanSupplier isThere;

  /**
   * @param exists whether AWS says that the name is taken
   * @param isThere whether the thing exists and is what is asked for
   */
  public SafeCreate(Operation operation, Predicate<AwsFailure> exists, BooleanSupplier isThere) {
    this.operation = operation;
    this.exists = exists;
    this.isThere = isThere;
  }

  /**
   * Makes the call.
   *
   * @return AWS's answer; empty when it was lost but the thing is there
   */
  public <T> Optional<T> run(String action, List<RetryRule> rules, Supplier<T> call) {
    boolean lost = false;
    for (int attempt = 0; ; attempt++) {
      try {
        return Optional.of(operation.once(action, rules, call));
      } catch (AwsFailure failure) {
        lost |= failure.isUncertain();
        // The look comes after the pause: what was made may take a moment to be seen.
        boolean again = failure.isUncertain() && operation.mayRetry(attempt);
        boolean mayBeOurs = lost && (failure.isUncertain() || exists.test(failure));
        if (mayBeOurs && isThere.getAsBoolean()) {
          return Optional.empty();
        }
        if (!again) {
          throw failure;
        }
      }
    }
  }
}
