/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.render.Reports;
import dev.plinth.cli.run.Exits;
import dev.plinth.cli.run.StateErrors;
import dev.plinth.cli.run.UpdatePlan;
import dev.plinth.cli.run.UpdateRequest;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.event.RunResult;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plinth import}. */
record ImportCommand(UpdateRequest request, boolean confirmed, ReportOptions reporting)
    implements Command {
  private static final String RESOURCE = "--resource";

  static void declare(CommandSpec spec) {
    UpdateOptions.declareWithoutRun(spec);
    spec.addOption(
        Options.texts(
            RESOURCE,
            "NAME=ID",
            "A resource of the manifest, by its name or its URN, and the id of the existing one"
                + " that it is. May be given several times."));
    ConfirmOption.declare(spec);
    ReportOptions.declare(spec);
  }

  /**
   * Reads what was given.
   *
   * @throws CommandException when no resource is named, or none that is one
   */
  static ImportCommand of(ParseResult given, Env env, OutputOptions output) {
    Map<String, String> adoptions = new TreeMap<>();
    for (String text : Options.textsOf(given, RESOURCE)) {
      int split = text.indexOf('=');
      if (split < 1 || split == text.length() - 1) {
        throw CommandException.usage(
            RESOURCE + " is '" + text + "'", "give it as NAME=ID, like orders=dev-orders.");
      }
      adoptions.put(text.substring(0, split), text.substring(split + 1));
    }
    if (adoptions.isEmpty()) {
      throw CommandException.usage(
          "there is nothing to import", "add " + RESOURCE + " NAME=ID for each resource.");
    }
    RunOptions options = RunOptions.none().withAdoptions(adoptions);
    return new ImportCommand(
        UpdateOptions.of(given, env, options),
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
            plan.requireOneStack();
            if (!confirmed) {
              RunResult preview = plan.preview().result();
              if (preview != RunResult.SUCCEEDED) {
                return Exits.of(preview);
              }
              if (!ConfirmOption.ask(env, reports::say, "Do you want to perform this import?")) {
                return ExitCode.REFUSED;
              }
            }
            return Exits.of(plan.update());
          }
        });
  }
}
