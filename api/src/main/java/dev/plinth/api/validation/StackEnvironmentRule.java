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

/** The environment of each function, with what the stack tells it, fits into Lambda's 4 KB. */
final class StackEnvironmentRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    Wiring wiring = new Wiring(stack);
    for (StackFunction function : stack.functions()) {
      EnvironmentSizeRule.check(
          wiring.environmentOf(function, Identity.LONGEST),
          FieldPath.field(function.path(), "environment"),
          report);
    }
  }
}
