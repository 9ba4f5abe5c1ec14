/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.programs.awslambda.function.LambdaFunction;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The program for one stack input: the log group first, then the function that depends on it.
 *
 * <p>Exports exactly the keys of {@link OutputKeys}. It may run any number of times, in any number
 * of stacks at once.
 */
public final class AwsLambdaModule implements Consumer<Context> {
  private final Locals locals;
  private final AwsProviderConfig providerConfig;

  private AwsLambdaModule(Locals locals, AwsProviderConfig providerConfig) {
    this.locals = locals;
    this.providerConfig = providerConfig;
  }

  /**
   * Prepares the program for a stack input that passed validation and whose references are
   * resolved.
   *
   * @throws InvalidStackInputException if there is no manifest in it, or no name or role in the
   *     manifest, or a reference is left; it lists all that was found
   */
  public static AwsLambdaModule of(AwsLambdaStackInput input) {
    List<Problem> problems = new ArrayList<>();
    AwsLambdaModule module = of(input, problems);
    if (!problems.isEmpty()) {
      throw new InvalidStackInputException(problems);
    }
    return module;
  }

  /** What is wrong with a stack input; empty when it can be deployed. */
  static List<Problem> problemsOf(AwsLambdaStackInput input) {
    List<Problem> problems = new ArrayList<>();
    var unused = of(input, problems);
    return problems;
  }

  static AwsLambdaModule of(AwsLambdaStackInput input, List<Problem> problems) {
    if (!input.hasTarget()) {
      problems.add(
          new Problem("", "target", "is absent from the stack input", "put the manifest there"));
    }
    List<Problem> found = new ArrayList<>();
    Locals locals = Locals.of(input.getTarget(), found);
    if (input.hasTarget()) {
      problems.addAll(found);
    }
    return new AwsLambdaModule(locals, input.getProviderConfig());
  }

  @Override
  public void accept(Context ctx) {
    deploy(ctx, new AwsProviders()).exportTo(ctx);
  }

  /** Registers the resources, without exporting anything. */
  FunctionOutputs deploy(Context ctx, AwsProviders providers) {
    locals.tags().warnings().forEach(ctx.log()::warn);
    Optional<Provider> provider = providers.forConfig(providerConfig);
    Output<Map<String, String>> tags = Output.of(locals.tags().values());
    InvokeOptions looks = provider.map(AwsLambdaModule::invokeOptions).orElse(InvokeOptions.Empty);
    LambdaFunction.Made made =
        FunctionResources.create(locals, tags, looks, () -> options(provider));
    return new FunctionOutputs(made.function(), made.logGroup(), locals.layerArns());
  }

  Locals locals() {
    return locals;
  }

  AwsProviderConfig providerConfig() {
    return providerConfig;
  }

  private static InvokeOptions invokeOptions(Provider provider) {
    return InvokeOptions.builder().provider(provider).build();
  }

  private static CustomResourceOptions.Builder options(Optional<Provider> provider) {
    CustomResourceOptions.Builder options = CustomResourceOptions.builder();
    provider.ifPresent(options::provider);
    return options;
  }
}
