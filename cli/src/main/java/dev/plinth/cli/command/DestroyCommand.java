/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.render.Reports;
import dev.plinth.cli.run.DestroyPlan;
import dev.plinth.cli.run.DestroyRequest;
import dev.plinth.cli.run.StateErrors;
import dev.plinth.engine.event.RunResult;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plinth destroy}. */
record DestroyCommand(DestroyRequest request, boolean confirmed, OutputOptions output)
    implements Command {

  static void declare(CommandSpec spec) {
    ManifestArguments.declareOptional(spec);
    StackOptions.declare(spec);
    LocalOption.declare(spec);
    ParallelOption.declare(spec);
    ConfirmOption.declare(spec);
  }

  static DestroyCommand of(ParseResult given, Env env, OutputOptions output) {
    StackOptions stack = StackOptions.of(given);
    DestroyRequest request =
        new DestroyRequest(
            Options.pathsOf(given),
            stack.stack(),
            stack.folder(env),
            LocalOption.isGiven(given),
            ParallelOption.of(given));
    return new DestroyCommand(request, ConfirmOption.isGiven(given), output);
  }

  @Override
  public ExitCode run(Env env) {
    Reports reports = new Reports(env, output.json(), output.palette(env));
    if (!confirmed) {
      ConfirmOption.requirePossible(env, output.json());
    }
    return StateErrors.told(
        () -> {
          try (DestroyPlan plan = new DestroyPlan(env, request, reports)) {
            return confirmed ? Exits.of(plan.destroy()) : ask(env, plan, reports);
          }
        });
  }

  private static ExitCode ask(Env env, DestroyPlan plan, Reports reports) {
    RunResult preview = plan.preview();
    if (preview != RunResult.SUCCEEDED) {
      return Exits.of(preview);
    }
    return ConfirmOption.ask(env, reports, "Do you want to perform this destroy?")
        ? Exits.of(plan.destroy())
        : ExitCode.REFUSED;
  }
}
