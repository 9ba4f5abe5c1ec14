/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.proto.awslambda.AwsLambda;
import java.time.LocalDate;
import java.util.List;

/** A rule on AwsLambda manifests that the .proto files cannot state. */
interface LambdaRule {

  /** Reports where the manifest breaks the rule. */
  void check(AwsLambda manifest, Report report);

  /** All of them. */
  static List<LambdaRule> all(LocalDate today) {
    return List.of(
        new FunctionNameRule(),
        new RuntimeRule(today),
        new EnvironmentSizeRule(),
        new IgnoredWithImageRule(),
        new UnpinnedCodeRule(),
        new SingleSubnetRule(),
        new TagRule());
  }
}
