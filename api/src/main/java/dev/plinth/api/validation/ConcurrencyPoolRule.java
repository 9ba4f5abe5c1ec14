/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.manifest.FieldPath;
import java.util.Collections;
import java.util.Comparator;
import java.util.function.ToIntFunction;

/**
 * The functions reserve no more than the account has to give: AWS keeps 100 for those that reserve
 * nothing. A function's provisioned concurrency counts against what it has reserved.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html">Reserved
 *     concurrency</a>
 */
final class ConcurrencyPoolRule implements StackRule {
  private static final int UNRESERVED = 100;

  @Override
  public void check(ComputeStack stack, Report report) {
    int reserved = sum(stack, ConcurrencyPoolRule::reserved);
    int ready = sum(stack, ConcurrencyPoolRule::readyWithoutReservation);
    int available = Math.max(0, stack.accountConcurrency() - UNRESERVED);
    if (reserved + ready > available) {
      report.error(
          "stack.concurrency-pool",
          stack.spec().getConcurrency().getAccountLimit() > 0
              ? "spec.concurrency.account_limit"
              : largest(stack),
          "the functions reserve a concurrency of %d%s, but of the account's %d AWS keeps %d unreserved, which leaves %d."
              .formatted(
                  reserved,
                  ready > 0 ? " and keep up to " + ready + " environments ready beside it" : "",
                  stack.accountConcurrency(),
                  UNRESERVED,
                  available),
          "lower the functions' reserved_concurrency"
              + (ready > 0 ? " or provisioned_concurrency" : "")
              + ", or have the account's limit raised and set"
              + " spec.concurrency.account_limit to it.");
    }
    stack.functions().forEach(function -> checkProvisioned(function, report));
  }

  private static int sum(ComputeStack stack, ToIntFunction<StackFunction> share) {
    return stack.functions().stream().mapToInt(share).sum();
  }

  private static int reserved(StackFunction function) {
    return function.reservedConcurrency().orElse(0);
  }

  private static int readyWithoutReservation(StackFunction function) {
    return function.reservedConcurrency().isPresent() ? 0 : maximum(function);
  }

  private static int maximum(StackFunction function) {
    return function.provisioned().map(StackFunction.Provisioned::maximum).orElse(0);
  }

  /** Where the function is told its concurrency that takes most of the pool. */
  private static String largest(ComputeStack stack) {
    StackFunction function =
        Collections.max(
            stack.functions(),
            Comparator.comparingInt(f -> reserved(f) + readyWithoutReservation(f)));
    return FieldPath.field(
        function.path(),
        readyWithoutReservation(function) > 0 ? "provisioned_concurrency" : "reserved_concurrency");
  }

  private static void checkProvisioned(StackFunction function, Report report) {
    int maximum = maximum(function);
    int reserved = function.reservedConcurrency().orElse(Integer.MAX_VALUE);
    if (maximum > reserved) {
      report.error(
          "stack.concurrency-pool",
          FieldPath.field(function.path(), "provisioned_concurrency"),
          "up to %d environments are kept ready, but only %d are reserved for the function."
              .formatted(maximum, reserved),
          "raise reserved_concurrency, or lower provisioned_concurrency.maximum.");
    }
  }
}
