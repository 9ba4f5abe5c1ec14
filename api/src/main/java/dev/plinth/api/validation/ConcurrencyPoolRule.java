/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.manifest.FieldPath;

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
    int reserved =
        stack.functions().stream().mapToInt(f -> f.reservedConcurrency().orElse(0)).sum();
    int available = Math.max(0, stack.accountConcurrency() - UNRESERVED);
    if (reserved > available) {
      report.error(
          "stack.concurrency-pool",
          "spec.concurrency.account_limit",
          "the functions reserve a concurrency of %d, but of the account's %d AWS keeps %d unreserved, which leaves %d."
              .formatted(reserved, stack.accountConcurrency(), UNRESERVED, available),
          "lower the functions' reserved_concurrency, or have the account's limit raised and set"
              + " spec.concurrency.account_limit to it.");
    }
    stack.functions().forEach(function -> checkProvisioned(function, report));
  }

  private static void checkProvisioned(StackFunction function, Report report) {
    int maximum = function.provisioned().map(StackFunction.Provisioned::maximum).orElse(0);
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
