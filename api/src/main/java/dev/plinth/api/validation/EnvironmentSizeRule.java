/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.proto.awslambda.AwsLambda;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The environment fits into the 4 KB that AWS Lambda allows for all variables together. AWS
 * measures the variables as one JSON object (its error quotes the "string measured"), so quotes,
 * colons and commas count.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>
 */
final class EnvironmentSizeRule implements LambdaRule {
  private static final int LIMIT_BYTES = 4096;

  @Override
  public void check(AwsLambda manifest, Report report) {
    check(manifest.getSpec().getEnvironmentMap(), "spec.environment", report);
  }

  static void check(Map<String, String> environment, String path, Report report) {
    int size = sizeOf(environment);
    if (size > LIMIT_BYTES) {
      report.error(
          "manifest.too-long",
          path,
          "environment takes "
              + size
              + " bytes as JSON, more than the "
              + LIMIT_BYTES
              + " that AWS Lambda allows.",
          "move large values to SSM Parameter Store, Secrets Manager or S3 and give the function"
              + " their names.");
    }
  }

  private static int sizeOf(Map<String, String> environment) {
    int size = 2 + Math.max(0, environment.size() - 1); // Braces, and the commas between entries.
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      size += jsonSize(variable.getKey()) + 1 + jsonSize(variable.getValue());
    }
    return size;
  }

  /** The bytes of a text as a JSON string, with the escapes that JSON cannot do without. */
  private static int jsonSize(String text) {
    int size = 2 + text.getBytes(StandardCharsets.UTF_8).length;
    for (int i = 0; i < text.length(); i++) {
      size += escapeSize(text.charAt(i));
    }
    return size;
  }

  /** The bytes that an escape takes beyond the character itself. */
  private static int escapeSize(char c) {
    return switch (c) {
      case '"', '\\', '\b', '\f', '\n', '\r', '\t' -> 1;
      default -> c < ' ' ? 5 : 0;
    };
  }
}
