/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;

/** What becomes a tag of the stack's resources keeps to AWS's limits for tags. */
final class StackTagRule implements StackRule {
  /** Beside those of every kind: the project and the deployment. */
  private static final int FURTHER_TAGS = 2;

  @Override
  public void check(ComputeStack stack, Report report) {
    TagRule.check(stack.manifest().getMetadata(), FURTHER_TAGS, report);
  }
}
