/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import dev.plinth.programs.awslambda.PulumiMain;
import dev.plinth.proto.computestack.AwsComputeStackStackInput;

/** What the {@code pulumi} command runs for the kind AwsComputeStack. */
public final class ComputeStackMain {
  private ComputeStackMain() {}

  /** Takes no arguments; the command passes what it has to say in environment variables. */
  public static void main(String[] args) {
    new PulumiMain<>(
            AwsComputeStackStackInput.getDefaultInstance(),
            ComputeStackModule::problemsOf,
            ComputeStackModule::of)
        .run();
  }
}
