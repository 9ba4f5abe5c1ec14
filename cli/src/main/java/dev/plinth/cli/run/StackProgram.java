/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import com.pulumi.Context;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.api.diagnostic.Severity;
import dev.plinth.api.diagnostic.SourceLocation;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.engine.deploy.Program;
import dev.plinth.engine.sdk.PulumiProgram;
import dev.plinth.engine.state.StackName;
import dev.plinth.programs.awslambda.AwsLambdaProgram;
import dev.plinth.programs.awslambda.InvalidStackInputException;
import dev.plinth.programs.awslambda.Problem;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The Pulumi program of a stack, made from its manifests. */
final class StackProgram {
  private StackProgram() {}

  /**
   * A program to run once.
   *
   * @param manifests validated and without references
   * @throws ManifestException when the manifests cannot stand in one stack
   */
  static Program of(
      StackName stack,
      List<Manifest<AwsLambda>> manifests,
      Optional<AwsProviderConfig> config,
      boolean preview) {
    List<AwsLambdaStackInput> inputs =
        manifests.stream().map(manifest -> input(manifest.message(), config)).toList();
    return new PulumiProgram(stack, preview, body(inputs, manifests));
  }

  private static AwsLambdaStackInput input(AwsLambda manifest, Optional<AwsProviderConfig> config) {
    AwsLambdaStackInput.Builder input = AwsLambdaStackInput.newBuilder().setTarget(manifest);
    config.ifPresent(input::setProviderConfig);
    return input.build();
  }

  private static Consumer<Context> body(
      List<AwsLambdaStackInput> inputs, List<Manifest<AwsLambda>> manifests) {
    try {
      return AwsLambdaProgram.of(inputs);
    } catch (InvalidStackInputException e) {
      throw new ManifestException(
          e.problems().stream().map(problem -> diagnostic(problem, manifests)).toList());
    }
  }

  private static Diagnostic diagnostic(Problem problem, List<Manifest<AwsLambda>> manifests) {
    Optional<SourceLocation> location =
        manifests.stream()
            .filter(
                manifest -> manifest.message().getMetadata().getName().equals(problem.manifest()))
            .findFirst()
            .map(manifest -> manifest.sources().locate(problem.path()));
    return new Diagnostic(
        Severity.ERROR,
        "stack.invalid-input",
        location,
        problem.path(),
        problem.path() + " " + problem.message() + ".",
        problem.remedy() + ".");
  }
}
