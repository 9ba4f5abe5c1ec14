/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.pulumi.Context;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The program for the stack inputs of one stack.
 *
 * <p>With one of them it does what {@link AwsLambdaModule} does. With several it exports one object
 * per manifest under its {@code metadata.name}, each with the keys of {@link OutputKeys}. Equal
 * provider configurations share one provider. Cost and memory grow in step with the number of
 * manifests.
 */
public final class AwsLambdaProgram implements Consumer<Context> {
  private final List<AwsLambdaModule> modules;

  private AwsLambdaProgram(List<AwsLambdaModule> modules) {
    this.modules = List.copyOf(modules);
  }

  /**
   * Prepares the program.
   *
   * @param inputs at least one, in any order
   * @throws InvalidStackInputException if one of them is refused by {@link AwsLambdaModule#of}, or
   *     if they cannot stand in one stack together: names, function names within one provider, and
   *     the credentials for one region must agree. It lists all that was found.
   */
  public static AwsLambdaProgram of(List<AwsLambdaStackInput> inputs) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("a stack needs at least one stack input");
    }
    List<Problem> problems = new ArrayList<>();
    List<AwsLambdaModule> modules = new ArrayList<>(inputs.size());
    for (AwsLambdaStackInput input : inputs) {
      modules.add(AwsLambdaModule.of(input, problems));
    }
    problems.addAll(Coexistence.problemsOf(modules));
    if (!problems.isEmpty()) {
      throw new InvalidStackInputException(problems);
    }
    return new AwsLambdaProgram(modules);
  }

  @Override
  public void accept(Context ctx) {
    AwsProviders providers = new AwsProviders();
    if (modules.size() == 1) {
      modules.get(0).deploy(ctx, providers).exportTo(ctx);
      return;
    }
    for (AwsLambdaModule module : modules) {
      module.deploy(ctx, providers).exportTo(ctx, module.locals().name());
    }
  }
}
