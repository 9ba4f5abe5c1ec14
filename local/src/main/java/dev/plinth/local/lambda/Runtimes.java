/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.Runtime;

/**
 * Which runtimes Lambda takes. The SDK knows every runtime there has been; here stand those that
 * functions can no longer be created with, by the list of deprecated runtimes in AWS's
 * documentation. A runtime whose last date AWS has announced, and moved before, is still taken.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda
 *     runtimes</a>
 */
final class Runtimes {
  /** Runtimes that are gone, and what AWS recommends in their stead. */
  private static final Map<String, String> REPLACEMENTS =
      Map.ofEntries(
          Map.entry("nodejs", "nodejs22.x"),
          Map.entry("nodejs4.3", "nodejs22.x"),
          Map.entry("nodejs4.3-edge", "nodejs22.x"),
          Map.entry("nodejs6.10", "nodejs22.x"),
          Map.entry("nodejs8.10", "nodejs22.x"),
          Map.entry("nodejs10.x", "nodejs22.x"),
          Map.entry("nodejs12.x", "nodejs22.x"),
          Map.entry("nodejs14.x", "nodejs22.x"),
          Map.entry("nodejs16.x", "nodejs22.x"),
          Map.entry("java8", "java21"),
          Map.entry("python2.7", "python3.13"),
          Map.entry("python3.6", "python3.13"),
          Map.entry("python3.7", "python3.13"),
          Map.entry("python3.8", "python3.13"),
          Map.entry("dotnetcore1.0", "dotnet8"),
          Map.entry("dotnetcore2.0", "dotnet8"),
          Map.entry("dotnetcore2.1", "dotnet8"),
          Map.entry("dotnetcore3.1", "dotnet8"),
          Map.entry("dotnet6", "dotnet8"),
          Map.entry("go1.x", "provided.al2023"),
          Map.entry("ruby2.5", "ruby3.4"),
          Map.entry("ruby2.7", "ruby3.4"),
          Map.entry("provided", "provided.al2023"));

  private static final Set<String> SNAP_START_FAMILIES = Set.of("java", "python", "dotnet");

  /** Of the families that have SnapStart, the runtimes that are older than it. */
  private static final Set<String> WITHOUT_SNAP_START =
      Set.of("java8.al2", "python3.9", "python3.10", "python3.11");

  private Runtimes() {}

  static void check(@Nullable String runtime) {
    if (runtime == null) {
      return;
    }
    String replacement = REPLACEMENTS.get(runtime);
    if (replacement != null) {
      throw LambdaFault.invalidParameter(
          "The runtime parameter of "
              + runtime
              + " is no longer supported for creating or updating AWS Lambda functions. We"
              + " recommend you use the new runtime ("
              + replacement
              + ") while creating or updating functions.");
    }
    if (Runtime.fromValue(runtime) == Runtime.UNKNOWN_TO_SDK_VERSION) {
      throw LambdaFault.invalidParameter(
          "Value "
              + runtime
              + " at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: "
              + supported()
              + " or be a valid ARN");
    }
  }

  static boolean hasSnapStart(@Nullable String runtime) {
    if (runtime == null || WITHOUT_SNAP_START.contains(runtime)) {
      return false;
    }
    return !REPLACEMENTS.containsKey(runtime)
        && SNAP_START_FAMILIES.stream().anyMatch(runtime::startsWith);
  }

  /** Every runtime that there is or has been; layers may name them all. */
  static List<String> known() {
    return Runtime.knownValues().stream().map(Runtime::toString).sorted().toList();
  }

  private static List<String> supported() {
    return Runtime.knownValues().stream()
        .map(Runtime::toString)
        .filter(each -> !REPLACEMENTS.containsKey(each))
        .sorted()
        .toList();
  }
}
