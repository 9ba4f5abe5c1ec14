/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.run.StoredOperation;
import dev.plinth.cli.run.StoredRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plinth refresh}. */
record RefreshCommand(
    StoredRequest request, boolean previewOnly, boolean confirmed, ReportOptions reporting)
    implements Command {
  private static final String ACCEPT = "--accept";
  private static final String PREVIEW_ONLY = "--preview-only";

  static void declare(CommandSpec spec) {
    ManifestArguments.declareOptional(spec);
    StackOptions.declare(spec);
    LocalOption.declare(spec);
    ParallelOption.declare(spec);
    RunOptionNames.declareForRefresh(spec);
    spec.addOption(
        Options.flag(
            "Take what is there for what was asked for, so that it no longer counts as drift.",
            ACCEPT));
    spec.addOption(Options.flag("Show what has drifted, and record nothing.", PREVIEW_ONLY));
    ConfirmOption.declare(spec);
    ReportOptions.declare(spec);
  }

  /**
   * Reads what was given.
   *
   * @throws CommandException when options do not go together
   */
  static RefreshCommand of(ParseResult given, Env env, OutputOptions output) {
    boolean accept = Options.isGiven(given, ACCEPT);
    boolean previewOnly = Options.isGiven(given, PREVIEW_ONLY);
    boolean confirmed = ConfirmOption.isGiven(given);
    if (previewOnly && (accept || confirmed)) {
      throw CommandException.usage(
          PREVIEW_ONLY + " records nothing, so it does not go with " + (accept ? ACCEPT : "--yes"),
          "leave one of them out.");
    }
    StackOptions stack = StackOptions.of(given);
    StoredRequest request =
        new StoredRequest(
            Options.pathsOf(given),
            stack.stack(),
            stack.place(env),
            LocalOption.isGiven(given),
            ParallelOption.of(given),
            RunOptionNames.of(given).withAccept(accept));
    return new RefreshCommand(
        request, previewOnly, confirmed, ReportOptions.of(given, env, output));
  }

  @Override
  public ExitCode run(Env env) {
    StoredCommand command = new StoredCommand(StoredOperation.REFRESH, request, reporting);
    return previewOnly
        ? command.preview(env)
        : command.run(env, confirmed, "Do you want to record this?");
  }
}
