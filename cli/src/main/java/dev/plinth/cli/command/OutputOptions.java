/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.Env;
import dev.plinth.cli.render.Palette;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * How a command tells what it has to tell.
 *
 * @param json whether standard output is for programs
 * @param debug whether stack traces are wanted
 * @param help whether the help text is wanted rather than the command
 */
public record OutputOptions(boolean json, ColorMode color, boolean debug, boolean help) {
  /** What holds before the options are read. */
  public static final OutputOptions NONE = new OutputOptions(false, ColorMode.AUTO, false, false);

  private static final String JSON = "--json";
  private static final String COLOR = "--color";
  private static final String DEBUG = "--debug";
  private static final String HELP = "--help";

  /** When to use colours. */
  public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /** The word on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.flag(
            "Write JSON to standard output, and text for people to standard error only.", JSON));
    spec.addOption(
        OptionSpec.builder(COLOR)
            .type(ColorMode.class)
            .paramLabel("WHEN")
            .description(
                "auto, always or never; auto means on a terminal, unless NO_COLOR is set."
                    + " Default: auto.")
            .build());
    spec.addOption(Options.flag("Show stack traces of errors.", DEBUG));
    spec.addOption(
        OptionSpec.builder("-h", HELP)
            .type(boolean.class)
            .arity("0")
            .usageHelp(true)
            .description("Show this help.")
            .build());
  }

  /** Reads what was given. */
  public static OutputOptions of(ParseResult given) {
    return new OutputOptions(
        Options.isGiven(given, JSON),
        given.matchedOptionValue(COLOR, ColorMode.AUTO),
        Options.isGiven(given, DEBUG),
        Options.isGiven(given, HELP));
  }

  /** The colours for this run. */
  public Palette palette(Env env) {
    boolean colored =
        switch (color) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> env.interactive() && env.variable("NO_COLOR").isEmpty();
        };
    return colored ? Palette.COLORED : Palette.PLAIN;
  }

  /** Where text for people goes. */
  PrintStream text(Env env) {
    return json ? env.err() : env.out();
  }
}
