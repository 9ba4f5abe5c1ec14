/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.run.StoredOperation;
import dev.plinth.cli.run.StoredRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plinth destroy}. */
record DestroyCommand(StoredRequest request, boolean confirmed, ReportOptions reporting)
    implements Command {

  static void declare(CommandSpec spec) {
    ManifestArguments.declareOptional(spec);
    StackOptions.declare(spec);
    LocalOption.declare(spec);
    ParallelOption.declare(spec);
    RunOptionNames.declareForDestroy(spec);
    ConfirmOption.declare(spec);
    ReportOptions.declare(spec);
  }

  static DestroyCommand of(ParseResult given, Env env, OutputOptions output) {
    StackOptions stack = StackOptions.of(given);
    StoredRequest request =
        new StoredRequest(
            Options.pathsOf(given),
            stack.stack(),
            stack.place(env),
            LocalOption.isGiven(given),
            ParallelOption.of(given),
            RunOptionNames.of(given));
    return new DestroyCommand(
        request, ConfirmOption.isGiven(given), ReportOptions.of(given, env, output));
  }

  @Override
  public ExitCode run(Env env) {
    return new StoredCommand(StoredOperation.DESTROY, request, reporting)
        .run(env, confirmed, "Do you want to perform this destroy?");
  }
}
