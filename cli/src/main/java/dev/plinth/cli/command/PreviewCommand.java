/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.render.Reports;
import dev.plinth.cli.run.Exits;
import dev.plinth.cli.run.StateErrors;
import dev.plinth.cli.run.UpdatePlan;
import dev.plinth.cli.run.UpdateRequest;
import dev.plinth.engine.event.RunResult;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plinth preview}. */
record PreviewCommand(UpdateRequest request, Optional<Path> planFile, ReportOptions reporting)
    implements Command {
  private static final String SAVE_PLAN = "--save-plan";

  static void declare(CommandSpec spec) {
    UpdateOptions.declare(spec);
    spec.addOption(
        Options.text(
            SAVE_PLAN,
            "FILE",
            "Write the steps, with all that they follow from, for up --plan to take or refuse."));
    ReportOptions.declare(spec);
  }

  static PreviewCommand of(ParseResult given, Env env, OutputOptions output) {
    Optional<Path> plan = Options.textOf(given, SAVE_PLAN).map(env::resolve);
    return new PreviewCommand(
        UpdateOptions.of(given, env), plan, ReportOptions.of(given, env, output));
  }

  @Override
  public ExitCode run(Env env) {
    return StateErrors.told(
        () -> {
          try (Reports reports = reporting.open(env);
              UpdatePlan plan = new UpdatePlan(env, request, reports)) {
            RunResult result = plan.preview().result();
            if (result == RunResult.SUCCEEDED) {
              planFile.ifPresent(plan::save);
            }
            return Exits.of(result);
          }
        });
  }
}
