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

/** {@code plinth up}. */
record UpCommand(
    UpdateRequest request, Optional<Path> planFile, boolean confirmed, ReportOptions reporting)
    implements Command {

  private static final String PLAN = "--plan";

  static void declare(CommandSpec spec) {
    UpdateOptions.declare(spec);
    spec.addOption(
        Options.text(
            PLAN,
            "FILE",
            "Take exactly the steps of this plan, which preview --save-plan made, or none."));
    ConfirmOption.declare(spec);
    ReportOptions.declare(spec);
  }

  static UpCommand of(ParseResult given, Env env, OutputOptions output) {
    Optional<Path> plan = Options.textOf(given, PLAN).map(env::resolve);
    return new UpCommand(
        UpdateOptions.of(given, env),
        plan,
        ConfirmOption.isGiven(given),
        ReportOptions.of(given, env, output));
  }

  @Override
  public ExitCode run(Env env) {
    if (!confirmed) {
      ConfirmOption.requirePossible(env, reporting.json());
    }
    return StateErrors.told(
        () -> {
          try (Reports reports = reporting.open(env);
              UpdatePlan plan = new UpdatePlan(env, request, reports)) {
            planFile.ifPresent(plan::follow);
            return confirmed ? update(plan) : ask(env, plan, reports);
          }
        });
  }

  private static ExitCode ask(Env env, UpdatePlan plan, Reports reports) {
    UpdatePlan.Preview preview = plan.preview();
    if (preview.result() != RunResult.SUCCEEDED) {
      return Exits.of(preview.result());
    }
    if (!preview.changes()) {
      reports.say("\nThere is nothing to do.\n");
      return ExitCode.OK;
    }
    return ConfirmOption.ask(env, reports::say, "Do you want to perform this update?")
        ? update(plan)
        : ExitCode.REFUSED;
  }

  private static ExitCode update(UpdatePlan plan) {
    try {
      return Exits.of(plan.update());
    } finally {
      plan.sayAssumed();
    }
  }
}
