/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How much to do at once. */
final class ParallelOption {
  private static final String NAME = "--parallel";
  private static final int DEFAULT = 16;
  private static final int MOST = 256;

  private ParallelOption() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(NAME)
            .type(int.class)
            .paramLabel("N")
            .description(
                "How many resources to work on at once, in all stacks together, 1 to "
                    + MOST
                    + ". Default: "
                    + DEFAULT
                    + ".")
            .build());
  }

  static int of(ParseResult given) {
    int value = given.matchedOptionValue(NAME, DEFAULT);
    if (value < 1 || value > MOST) {
      throw CommandException.usage(
          NAME + " is " + value + ", but must be 1 to " + MOST, "give a number in that range.");
    }
    return value;
  }
}
