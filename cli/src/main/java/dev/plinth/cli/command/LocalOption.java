/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Whether stacks are meant to be in the local account. */
final class LocalOption {
  private static final String NAME = "--local";

  private LocalOption() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.flag(
            "Use the local account, in the state folder, instead of AWS."
                + " A stack that is there already is found there without this.",
            NAME));
  }

  static boolean isGiven(ParseResult given) {
    return Options.isGiven(given, NAME);
  }
}
