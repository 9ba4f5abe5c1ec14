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

/** {@code plinth preview}. */
record PreviewCommand(UpdateRequest request, OutputOptions output) implements Command {
  @Override
  public ExitCode run(Env env) {
    Reports reports = new Reports(env, output.json(), output.palette(env));
    return StateErrors.told(
        () -> {
          try (UpdatePlan plan = new UpdatePlan(env, request, reports)) {
            return Exits.of(plan.preview().result());
          }
        });
  }
}
