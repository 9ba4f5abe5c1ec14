/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import dev.plinth.proto.awslambda.AwsLambdaStackInput;

/** What the {@code pulumi} command runs for the kind AwsLambda. */
public final class AwsLambdaMain {
  private AwsLambdaMain() {}

  /** Takes no arguments; the command passes what it has to say in environment variables. */
  public static void main(String[] args) {
    new PulumiMain<>(
            AwsLambdaStackInput.getDefaultInstance(),
            AwsLambdaModule::problemsOf,
            AwsLambdaModule::of)
        .run();
  }
}
