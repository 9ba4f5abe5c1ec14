/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.proto.awslambda.AwsLambda;

/** A resource's name that serves as the function's name is fit for it. */
final class FunctionNameRule implements LambdaRule {
  private static final int LONGEST = 64; // As in the rule of spec.function_name.

  @Override
  public void check(AwsLambda manifest, Report report) {
    String name = manifest.getMetadata().getName();
    boolean serves = manifest.getSpec().getFunctionName().isEmpty() && !name.isEmpty();
    if (serves && !isFunctionName(name)) {
      report.error(
          "manifest.bad-format",
          "metadata.name",
          "name is "
              + Quotation.of(name)
              + " and would name the function, but a function's name must be 1 to 64 letters, digits, hyphens and underscores.",
          "add spec.function_name, or change metadata.name.");
    }
  }

  private static boolean isFunctionName(String name) {
    return name.length() <= LONGEST
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_');
  }
}
