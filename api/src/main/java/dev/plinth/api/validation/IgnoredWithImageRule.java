/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.CodeSourceType;

/** What an image states itself is not stated in the manifest too. */
final class IgnoredWithImageRule implements LambdaRule {

  @Override
  public void check(AwsLambda manifest, Report report) {
    if (manifest.getSpec().getCodeSourceType() != CodeSourceType.CODE_SOURCE_TYPE_IMAGE) {
      return;
    }
    warnIfGiven("spec", "runtime", manifest.getSpec().getRuntime(), report);
    warnIfGiven("spec", "handler", manifest.getSpec().getHandler(), report);
  }

  static void warnIfGiven(String parent, String field, String value, Report report) {
    if (!value.isEmpty()) {
      report.warning(
          "manifest.ignored-with-image",
          FieldPath.field(parent, field),
          field + " is ignored: a function made from an image has the " + field + " of its image.",
          "remove " + FieldPath.field(parent, field) + ".");
    }
  }
}
