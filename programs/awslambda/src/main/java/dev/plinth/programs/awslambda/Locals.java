/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import dev.plinth.api.awslambda.AwsLambdaDefaults;
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import java.util.List;
import java.util.Optional;

/**
 * A manifest in the form that the resources are made from.
 *
 * @param name {@code metadata.name}: the logical name of both resources, so that a changed {@code
 *     function_name} replaces the same resource rather than adding another
 * @param functionName name of the function in AWS
 * @param logGroupName name of its log group in AWS
 * @param roleArn execution role
 * @param layerArns layer versions, in order
 * @param kmsKeyArn key for the function's environment variables
 * @param spec everything else, as the manifest says it
 */
record Locals(
    String name,
    String functionName,
    String logGroupName,
    String roleArn,
    List<String> subnetIds,
    List<String> securityGroupIds,
    List<String> layerArns,
    Optional<String> kmsKeyArn,
    Tags tags,
    AwsLambdaSpec spec) {

  /**
   * Reads a manifest; what is wrong with it is added to {@code problems}, and the result is of use
   * only when nothing was.
   */
  static Locals of(AwsLambda manifest, List<Problem> problems) {
    String name = manifest.getMetadata().getName();
    if (name.isEmpty()) {
      problems.add(new Problem("", "metadata.name", "has no value", "give the manifest a name"));
    }
    AwsLambdaSpec spec = manifest.getSpec();
    Literals literals = new Literals(name, problems);
    return new Locals(
        name,
        AwsLambdaDefaults.functionName(manifest),
        AwsLambdaDefaults.logGroupName(manifest),
        literals.required(spec.getRoleArn(), "spec.role_arn"),
        literals.list(spec.getSubnetsList(), "spec.subnets"),
        literals.list(spec.getSecurityGroupsList(), "spec.security_groups"),
        literals.list(spec.getLayerArnsList(), "spec.layer_arns"),
        literals.optional(spec.getKmsKeyArn(), "spec.kms_key_arn"),
        Tags.of(ManifestKinds.AWS_LAMBDA.kind(), manifest.getMetadata()),
        spec);
  }

  boolean isInVpc() {
    return !subnetIds.isEmpty() || !securityGroupIds.isEmpty();
  }
}
