/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.awslambda.LambdaRuntime;
import dev.plinth.api.awslambda.LambdaRuntimes;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.manifest.Suggestion;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import dev.plinth.proto.awslambda.CodeSourceType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The runtime is one that AWS has, and has not retired. */
final class RuntimeRule implements LambdaRule {
  private final LocalDate today;

  RuntimeRule(LocalDate today) {
    this.today = today;
  }

  @Override
  public void check(AwsLambda manifest, Report report) {
    AwsLambdaSpec spec = manifest.getSpec();
    if (spec.getCodeSourceType() != CodeSourceType.CODE_SOURCE_TYPE_IMAGE) {
      check(spec.getRuntime(), "spec.runtime", report);
    }
  }

  /** Checks the runtime at a path, if there is one. */
  void check(String name, String path, Report report) {
    if (name.isEmpty()) {
      return;
    }
    Optional<LambdaRuntime> runtime = LambdaRuntimes.find(name);
    if (runtime.isEmpty()) {
      reportUnknown(name, path, report);
    } else if (runtime.get().isBlocked(today)) {
      reportBlocked(runtime.get(), path, report);
    } else if (runtime.get().isDeprecated(today)) {
      reportDeprecated(runtime.get(), path, report);
    }
  }

  private void reportUnknown(String name, String path, Report report) {
    List<String> supported =
        LambdaRuntimes.supported(today).stream().map(LambdaRuntime::identifier).toList();
    report.error(
        "manifest.unknown-runtime",
        path,
        "runtime is " + Quotation.of(name) + ", which is not known to this version of Plinth.",
        Suggestion.nearest(name, supported)
            .map(meant -> "did you mean " + meant + "?")
            .orElse(
                "use one of "
                    + String.join(", ", supported)
                    + "; if AWS has added it since "
                    + LambdaRuntimes.AS_OF
                    + ", update Plinth."));
  }

  private void reportBlocked(LambdaRuntime runtime, String path, Report report) {
    report.error(
        "manifest.blocked-runtime",
        path,
        "runtime is "
            + runtime.identifier()
            + ", with which AWS creates no functions since "
            + runtime.blockCreate().orElseThrow()
            + runtime.blockUpdate().map(date -> " and changes none from " + date + " on").orElse("")
            + ".",
        move(runtime));
  }

  private void reportDeprecated(LambdaRuntime runtime, String path, Report report) {
    report.warning(
        "manifest.deprecated-runtime",
        path,
        "runtime is "
            + runtime.identifier()
            + ", which AWS has deprecated on "
            + runtime.deprecation().orElseThrow()
            + runtime
                .blockCreate()
                .map(date -> "; no function can be created with it from " + date + " on")
                .orElse("")
            + runtime
                .blockUpdate()
                .map(date -> ", and none changed from " + date + " on")
                .orElse("")
            + ".",
        move(runtime));
  }

  private String move(LambdaRuntime runtime) {
    return "move to " + LambdaRuntimes.successor(runtime, today).identifier() + ".";
  }
}
