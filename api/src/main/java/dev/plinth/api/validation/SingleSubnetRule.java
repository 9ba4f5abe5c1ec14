/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.proto.awslambda.AwsLambda;

/** A function in a VPC can run in more than one availability zone. */
final class SingleSubnetRule implements LambdaRule {

  @Override
  public void check(AwsLambda manifest, Report report) {
    // A reference may bring several subnets, so only a literal is certain to be the only one.
    if (manifest.getSpec().getSubnetsCount() == 1 && manifest.getSpec().getSubnets(0).hasValue()) {
      report.warning(
          "manifest.single-subnet",
          "spec.subnets",
          "subnets names one subnet: the function cannot run while its availability zone is down.",
          "add a subnet of another availability zone.");
    }
  }
}
