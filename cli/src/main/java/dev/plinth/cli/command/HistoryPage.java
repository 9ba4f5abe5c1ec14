/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.render.HistoryJson;
import dev.plinth.cli.render.HistoryText;
import dev.plinth.cli.render.JsonText;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.UpdateInfo;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code plinth state history}: which of a stack's runs to show, and how. */
record HistoryPage(int size, int page, boolean fullDates) {
  static final String SIZE = "--page-size";
  static final String PAGE = "--page";
  static final String FULL_DATES = "--full-dates";

  private static final int DEFAULT_SIZE = 10;

  static void declare(CommandSpec spec) {
    spec.addOption(
        number(SIZE, "With history: how many runs to show. Default: " + DEFAULT_SIZE + "."));
    spec.addOption(number(PAGE, "With history: 2 for the runs before those, and so on."));
    spec.addOption(Options.flag("With history: show dates, not how long ago.", FULL_DATES));
  }

  private static OptionSpec number(String name, String description) {
    return OptionSpec.builder(name)
        .type(int.class)
        .paramLabel("N")
        .description(description)
        .build();
  }

  static HistoryPage of(ParseResult given) {
    return new HistoryPage(
        atLeastOne(given, SIZE, DEFAULT_SIZE),
        atLeastOne(given, PAGE, 1),
        Options.isGiven(given, FULL_DATES));
  }

  private static int atLeastOne(ParseResult given, String name, int otherwise) {
    int value = given.matchedOptionValue(name, otherwise);
    if (value < 1) {
      throw CommandException.usage(
          name + " is " + value + ", but must be 1 or more", "give a number in that range.");
    }
    return value;
  }

  void show(Env env, StateStore store, StackName stack, OutputOptions output) {
    List<UpdateInfo> updates = store.history(stack, (page - 1L) * size, size);
    if (output.json()) {
      env.out().print(JsonText.indented(HistoryJson.of(updates)));
      return;
    }
    if (updates.isEmpty()) {
      env.out()
          .print(
              page == 1
                  ? "Stack has never been updated\n"
                  : "No stack updates found on page '" + page + "'\n");
    }
    HistoryText text = new HistoryText(output.palette(env), env.clock().instant(), fullDates);
    updates.forEach(update -> env.out().print(text.of(update)));
  }
}
