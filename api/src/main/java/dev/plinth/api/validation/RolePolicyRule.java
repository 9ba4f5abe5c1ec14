/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.Wiring;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.manifest.FieldPath;

/**
 * The policy that a function's wiring comes to fits into a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM
 *     quotas</a>
 */
final class RolePolicyRule implements StackRule {
  private static final int LIMIT = 10_240;

  @Override
  public void check(ComputeStack stack, Report report) {
    Wiring wiring = new Wiring(stack);
    for (StackFunction function : stack.functions()) {
      int length = wiring.policyOf(function, Identity.LONGEST).length();
      if (length > LIMIT) {
        report.error(
            "stack.role-policy",
            FieldPath.field(function.path(), "access"),
            "what the function may use comes to a policy of %d characters, more than the %d that a role takes."
                .formatted(length, LIMIT),
            "give it less access, or divide its work between two functions.");
      }
    }
  }
}
