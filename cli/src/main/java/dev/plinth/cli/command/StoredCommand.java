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
import dev.plinth.cli.run.StoredOperation;
import dev.plinth.cli.run.StoredPlan;
import dev.plinth.cli.run.StoredRequest;
import dev.plinth.engine.event.RunResult;

/** What the commands on deployed stacks have in common: show it, ask, do it. */
record StoredCommand(StoredOperation operation, StoredRequest request, ReportOptions reporting) {

  /**
   * Does it, after asking unless that was confirmed.
   *
   * @param question what is asked when the preview has been shown
   */
  ExitCode run(Env env, boolean confirmed, String question) {
    if (!confirmed) {
      ConfirmOption.requirePossible(env, reporting.json());
    }
    return StateErrors.told(
        () -> {
          try (Reports reports = reporting.open(env);
              StoredPlan plan = new StoredPlan(env, operation, request, reports)) {
            return confirmed ? Exits.of(plan.execute()) : ask(env, plan, reports, question);
          }
        });
  }

  /** Shows what would come of it, and nothing more. */
  ExitCode preview(Env env) {
    return StateErrors.told(
        () -> {
          try (Reports reports = reporting.open(env);
              StoredPlan plan = new StoredPlan(env, operation, request, reports)) {
            return Exits.of(plan.preview().result());
          }
        });
  }

  private ExitCode ask(Env env, StoredPlan plan, Reports reports, String question) {
    StoredPlan.Preview preview = plan.preview();
    if (preview.result() != RunResult.SUCCEEDED) {
      return Exits.of(preview.result());
    }
    if (operation == StoredOperation.REFRESH && !preview.changes()) {
      reports.say("\nNothing has drifted.\n");
      return ExitCode.OK;
    }
    return ConfirmOption.ask(env, reports::say, question)
        ? Exits.of(plan.execute())
        : ExitCode.REFUSED;
  }
}
