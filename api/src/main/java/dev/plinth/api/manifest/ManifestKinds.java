/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.util.List;

/** The kinds that Plinth deploys. A new kind is one entry here. */
public final class ManifestKinds {
  /** API group and version of all kinds on AWS. */
  public static final String AWS_API_VERSION = "aws.project-planton.org/v1";

  /** A Lambda function with its log group. */
  public static final KindDescriptor<AwsLambda> AWS_LAMBDA =
      new KindDescriptor<>(AWS_API_VERSION, "AwsLambda", AwsLambda.getDefaultInstance());

  /** A whole serverless compute foundation. */
  public static final KindDescriptor<AwsComputeStack> AWS_COMPUTE_STACK =
      new KindDescriptor<>(
          AWS_API_VERSION, "AwsComputeStack", AwsComputeStack.getDefaultInstance());

  private static final List<KindDescriptor<?>> ALL = List.of(AWS_LAMBDA, AWS_COMPUTE_STACK);

  private ManifestKinds() {}

  /** All kinds. */
  public static List<KindDescriptor<?>> all() {
    return ALL;
  }
}
