/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import dev.plinth.cli.command.CommandName;
import dev.plinth.cli.env.ExitCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The text that shows what there is. */
final class MainHelp {
  private MainHelp() {}

  static List<String> commandWords() {
    return Arrays.stream(CommandName.values()).map(CommandName::word).toList();
  }

  static String text() {
    StringBuilder text = new StringBuilder();
    text.append("Usage: plinth COMMAND [OPTIONS] [FILE|DIR|-...]\n");
    text.append("Deploys AWS Lambda functions from typed manifests.\n\nCommands:\n");
    for (CommandName name : CommandName.values()) {
      text.append(String.format(Locale.ROOT, "  %-10s%s%n", name.word(), name.summary()));
    }
    text.append("\nplinth help COMMAND shows the options of a command.\n\nExit codes:\n");
    for (ExitCode code : ExitCode.values()) {
      text.append(String.format(Locale.ROOT, "  %-5d%s%n", code.number(), code.meaning()));
    }
    return text.toString();
  }
}
