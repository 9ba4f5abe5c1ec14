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
import dev.plinth.api.manifest.ManifestMetadata;
import dev.plinth.cli.stack.StackKind;
import dev.plinth.engine.deploy.Program;
import dev.plinth.engine.sdk.PulumiProgram;
import dev.plinth.engine.state.StackName;
import dev.plinth.programs.awslambda.AwsLambdaProgram;
import dev.plinth.programs.awslambda.InvalidStackInputException;
import dev.plinth.programs.awslambda.Problem;
import dev.plinth.programs.computestack.ComputeStackModule;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackStackInput;
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
      List<Manifest<?>> manifests,
      Optional<AwsProviderConfig> config,
      boolean preview) {
    return new PulumiProgram(stack, preview, body(manifests, config));
  }

  private static Consumer<Context> body(
      List<Manifest<?>> manifests, Optional<AwsProviderConfig> config) {
    try {
      return switch (StackKind.of(manifests.get(0))) {
        case AWS_LAMBDA ->
            AwsLambdaProgram.of(
                manifests.stream()
                    .map(manifest -> input((AwsLambda) manifest.message(), config))
                    .toList());
        case AWS_COMPUTE_STACK ->
            ComputeStackModule.of(input((AwsComputeStack) manifests.get(0).message(), config));
      };
    } catch (InvalidStackInputException e) {
      throw new ManifestException(
          e.problems().stream().map(problem -> diagnostic(problem, manifests)).toList());
    }
  }

  private static AwsLambdaStackInput input(AwsLambda manifest, Optional<AwsProviderConfig> config) {
    AwsLambdaStackInput.Builder input = AwsLambdaStackInput.newBuilder().setTarget(manifest);
    config.ifPresent(input::setProviderConfig);
    return input.build();
  }

  private static AwsComputeStackStackInput input(
      AwsComputeStack manifest, Optional<AwsProviderConfig> config) {
    AwsComputeStackStackInput.Builder input =
        AwsComputeStackStackInput.newBuilder().setTarget(manifest);
    config.ifPresent(input::setProviderConfig);
    return input.build();
  }

  private static Diagnostic diagnostic(Problem problem, List<Manifest<?>> manifests) {
    Optional<SourceLocation> location =
        manifests.stream()
            .filter(manifest -> isNamed(manifest, problem.manifest()))
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

  private static boolean isNamed(Manifest<?> manifest, String name) {
    return ManifestMetadata.of(manifest.message()).getName().equals(name);
  }
}
