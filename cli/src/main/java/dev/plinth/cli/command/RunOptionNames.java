/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.engine.deploy.RunOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What may be asked of every run, by the names of the command line. */
final class RunOptionNames {
  private static final String REFRESH = "--refresh";

  private RunOptionNames() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.flag(
            "Read every resource first, so that what drifted since the last run is mended too.",
            REFRESH));
  }

  static RunOptions of(ParseResult given) {
    return RunOptions.none().withRefresh(Options.isGiven(given, REFRESH));
  }
}
