/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.proto.awslambda.AwsLambda;

/** Code in S3 is named with its version, without which a deployment cannot be repeated. */
final class UnpinnedCodeRule implements LambdaRule {

  @Override
  public void check(AwsLambda manifest, Report report) {
    boolean unpinned =
        manifest.getSpec().hasS3() && manifest.getSpec().getS3().getObjectVersion().isEmpty();
    if (unpinned) {
      report.warning(
          "manifest.unpinned-code",
          "spec.s3.object_version",
          "s3 names no object_version: each run deploys what it finds under the key, so a deployment cannot be repeated.",
          "add spec.s3.object_version, or put each build under a key of its own.");
    }
  }
}
