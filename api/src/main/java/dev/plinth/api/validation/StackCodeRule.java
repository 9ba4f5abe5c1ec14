/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.FunctionCode;
import dev.plinth.proto.computestack.Layer;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Every function and layer has code from one place, and a function what its runtime needs. */
final class StackCodeRule implements StackRule {
  private final RuntimeRule runtimes;

  StackCodeRule(LocalDate today) {
    this.runtimes = new RuntimeRule(today);
  }

  @Override
  public void check(ComputeStack stack, Report report) {
    stack.functions().forEach(function -> checkFunction(function, report));
    for (int i = 0; i < stack.spec().getLayersCount(); i++) {
      Layer layer = stack.spec().getLayers(i);
      if (layer.getLocalPath().isEmpty() != layer.hasArn()) {
        report.error(
            "manifest.conflict",
            FieldPath.index("spec.layers", i),
            "a layer is either published from local_path or taken by arn.",
            "give it one of the two.");
      }
    }
  }

  private void checkFunction(StackFunction function, Report report) {
    String path = FieldPath.field(function.path(), "code");
    if (!function.spec().hasCode()) {
      if (function.standard().isEmpty()) {
        report.error(
            "manifest.missing",
            path,
            "code is missing.",
            "add code with s3, image_uri or local_path.");
      }
      return;
    }
    FunctionCode code = function.spec().getCode();
    long sources =
        Stream.of(code.hasS3(), !code.getImageUri().isEmpty(), !code.getLocalPath().isEmpty())
            .filter(given -> given)
            .count();
    if (sources != 1) {
      report.error(
          "manifest.conflict",
          path,
          "code must come from one place, but " + sources + " are given.",
          "give it one of s3, image_uri and local_path.");
    }
    if (!code.getImageUri().isEmpty()) {
      IgnoredWithImageRule.warnIfGiven(path, "runtime", code.getRuntime(), report);
      IgnoredWithImageRule.warnIfGiven(path, "handler", code.getHandler(), report);
      if (function.spec().getLayersCount() > 0) {
        report.error(
            "manifest.conflict",
            FieldPath.field(function.path(), "layers"),
            "layers is given, but AWS Lambda does not accept layers on a function made from an"
                + " image.",
            "remove layers and build what they hold into the image.");
      }
      return;
    }
    if (code.getRuntime().isEmpty() || code.getHandler().isEmpty()) {
      report.error(
          "manifest.missing",
          FieldPath.field(path, code.getRuntime().isEmpty() ? "runtime" : "handler"),
          "an archive needs a runtime and a handler.",
          "add runtime, such as java21, and handler, such as com.example.Handler::handleRequest.");
    }
    runtimes.check(code.getRuntime(), FieldPath.field(path, "runtime"), report);
  }
}
