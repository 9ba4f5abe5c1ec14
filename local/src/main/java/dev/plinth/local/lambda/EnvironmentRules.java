/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import com.google.gson.JsonObject;
import dev.plinth.local.account.Constraints;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda asks of environment variables: names of a shape, none of those it sets itself, and at
 * most 4 KB of names and values as JSON. No message shows a value; AWS's own would.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">Reserved
 *     environment variables</a>
 */
final class EnvironmentRules {
  private static final int MOST_BYTES = 4096;

  private static final Set<String> RESERVED =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_DEFAULT_REGION",
          "AWS_EXECUTION_ENV",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_LAMBDA_RUNTIME_API",
          "AWS_REGION",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "LAMBDA_RUNTIME_DIR",
          "LAMBDA_TASK_ROOT");

  private static final String UNABLE =
      "Lambda was unable to configure your environment variables because the environment variables"
          + " you have provided ";

  private EnvironmentRules() {}

  static void checkNames(Constraints constraints, @Nullable Map<String, String> variables) {
    if (variables != null) {
      constraints.secret(
          variables.keySet().stream().allMatch(EnvironmentRules::isName),
          "environment.variables",
          "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: "
              + LambdaPatterns.ENVIRONMENT_KEY.pattern()
              + "]");
    }
  }

  static void check(@Nullable Map<String, String> variables) {
    if (variables == null) {
      return;
    }
    List<String> reserved =
        variables.keySet().stream().filter(RESERVED::contains).sorted().toList();
    if (!reserved.isEmpty()) {
      throw LambdaFault.invalidParameter(
          UNABLE
              + "contains reserved keys that are currently not supported for modification. Reserved"
              + " keys used in this request: "
              + String.join(", ", reserved));
    }
    if (size(variables) > MOST_BYTES) {
      throw LambdaFault.invalidParameter(UNABLE + "exceeded the 4KB limit.");
    }
  }

  /** Reserved names do not all have the shape, and are refused for what they are. */
  private static boolean isName(String name) {
    return RESERVED.contains(name) || LambdaPatterns.ENVIRONMENT_KEY.matcher(name).matches();
  }

  private static int size(Map<String, String> variables) {
    JsonObject measured = new JsonObject();
    variables.forEach(measured::addProperty);
    return measured.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
