/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Whether changes need somebody's consent. */
final class ConfirmOption {
  private static final Set<String> CONSENT = Set.of("y", "yes");

  private static final String NAME = "--yes";

  private ConfirmOption() {}

  static void declare(CommandSpec spec) {
    spec.addOption(Options.flag("Do it without a preview and without a question.", "-y", NAME));
  }

  static boolean isGiven(ParseResult given) {
    return Options.isGiven(given, NAME);
  }

  /**
   * Makes sure that somebody can be asked: a command in a pipeline must not wait for an answer.
   *
   * @param json whether standard output is for programs
   */
  static void requirePossible(Env env, boolean json) {
    requirePossible(
        env,
        json,
        "add --yes to go on without a question; plinth preview shows what would change.");
  }

  /**
   * The same.
   *
   * @param remedy what is said to be done about it
   */
  static void requirePossible(Env env, boolean json, String remedy) {
    if (!env.interactive() || json) {
      throw new CommandException(
          ExitCode.REFUSED,
          "confirmation.impossible",
          json
              ? "with --json nobody is asked whether to go on, so nothing was done"
              : "there is no terminal to ask whether to go on, so nothing was done",
          remedy,
          null);
    }
  }

  /**
   * Asks, and takes everything but yes for no.
   *
   * @param say says something to people
   */
  static boolean ask(Env env, Consumer<String> say, String question) {
    say.accept("\n" + question + " [yes/no] ");
    boolean consent = CONSENT.contains(readLine(env).strip().toLowerCase(Locale.ROOT));
    say.accept(consent ? "\n" : "Nothing was done.\n");
    return consent;
  }

  /** Byte by byte, so that nothing after the answer is taken from standard input. */
  private static String readLine(Env env) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = env.in().read(); next >= 0 && next != '\n'; next = env.in().read()) {
        line.write(next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
