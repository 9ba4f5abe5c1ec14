/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.render.Reports;
import dev.plinth.cli.run.StateErrors;
import dev.plinth.cli.run.UpdatePlan;
import dev.plinth.cli.run.UpdateRequest;
import dev.plinth.engine.event.RunResult;
import picocli.CommandLine.Model.CommandSpec;

/** {@code plinth up}. */
record UpCommand(UpdateRequest request, boolean confirmed, OutputOptions output)
    implements Command {

  static void declare(CommandSpec spec) {
    UpdateOptions.declare(spec);
    ConfirmOption.declare(spec);
  }

  @Override
  public ExitCode run(Env env) {
    Reports reports = new Reports(env, output.json(), output.palette(env));
    if (!confirmed) {
      ConfirmOption.requirePossible(env, output.json());
    }
    return StateErrors.told(
        () -> {
          try (UpdatePlan plan = new UpdatePlan(env, request, reports)) {
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
    return ConfirmOption.ask(env, reports, "Do you want to perform this update?")
        ? update(plan)
        : ExitCode.REFUSED;
  }

  private static ExitCode update(UpdatePlan plan) {
    RunResult result = plan.update();
    plan.sayAssumed();
    return Exits.of(result);
  }
}
