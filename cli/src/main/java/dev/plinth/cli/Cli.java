/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.cli.command.CommandName;
import dev.plinth.cli.command.OutputOptions;
import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.env.SeveralProblemsException;
import dev.plinth.cli.render.ProblemText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns a command line into a command, and whatever comes of it into an exit code. */
public final class Cli {
  private static final Set<String> HELP = Set.of("help", "--help", "-h");
  private static final Set<String> VERSION = Set.of("--version", "-V");

  /**
   * All that picocli has to make is lists. Its own factory would look for Groovy first, in every
   * jar of the class path.
   */
  private static final IFactory LISTS =
      new IFactory() {
        @Override
        public <K> K create(Class<K> type) {
          return type.cast(new ArrayList<>());
        }
      };

  private final Env env;

  public Cli(Env env) {
    this.env = env;
  }

  /** Runs one command line; what it has to say is on the streams when this returns. */
  public ExitCode run(List<String> args) {
    try {
      return dispatch(args);
    } finally {
      env.out().flush();
      env.err().flush();
    }
  }

  private ExitCode dispatch(List<String> args) {
    String word = args.isEmpty() ? "" : args.get(0);
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    if (word.isEmpty()) {
      env.err().print(MainHelp.text());
      return ExitCode.INVALID;
    }
    if (HELP.contains(word)) {
      return help(rest);
    }
    Optional<CommandName> name = CommandName.of(VERSION.contains(word) ? "version" : word);
    if (name.isEmpty()) {
      return unknown(word);
    }
    return run(name.get(), rest);
  }

  private ExitCode help(List<String> rest) {
    if (rest.isEmpty()) {
      env.out().print(MainHelp.text());
      return ExitCode.OK;
    }
    Optional<CommandName> name = CommandName.of(rest.get(0));
    if (name.isEmpty()) {
      return unknown(rest.get(0));
    }
    printHelp(parserOf(name.get()));
    return ExitCode.OK;
  }

  private ExitCode unknown(String word) {
    return fail(
        CommandException.usage(
            "there is no command '" + word + "'",
            "plinth help lists the commands: " + String.join(", ", MainHelp.commandWords()) + "."),
        OutputOptions.NONE);
  }

  private ExitCode run(CommandName name, List<String> args) {
    name.prepare(args);
    CommandLine parser = parserOf(name);
    OutputOptions output = OutputOptions.NONE;
    try {
      ParseResult given = parser.parseArgs(args.toArray(new String[0]));
      output = OutputOptions.of(given);
      if (output.help()) {
        printHelp(parser);
        return ExitCode.OK;
      }
      return name.make(given, env).run(env);
    } catch (ParameterException e) {
      String remedy = "plinth help " + name.word() + " shows what the command takes.";
      return fail(CommandException.usage(String.valueOf(e.getMessage()), remedy), output);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return tell(e, output);
    }
  }

  private ExitCode tell(Throwable problem, OutputOptions output) {
    if (problem instanceof SeveralProblemsException several) {
      List<ExitCode> codes = new ArrayList<>(several.others());
      several.problems().forEach(each -> codes.add(tell(each, output)));
      return ExitCode.ofSeveral(codes);
    }
    if (problem instanceof CommandException e) {
      return fail(e, output);
    }
    if (problem instanceof ManifestException e) {
      return reject(e, output);
    }
    return failUnexpectedly(problem, output);
  }

  private ExitCode reject(ManifestException e, OutputOptions output) {
    ProblemText text = new ProblemText(output.palette(env));
    e.diagnostics().forEach(diagnostic -> env.err().print(text.of(diagnostic)));
    return ExitCode.INVALID;
  }

  private ExitCode failUnexpectedly(Throwable e, OutputOptions output) {
    String remedy =
        output.debug()
            ? "please report it with the stack trace below."
            : "run it again with --debug, and report what it prints.";
    return fail(
        new CommandException(ExitCode.INTERNAL, "internal", "internal error: " + e, remedy, e),
        output);
  }

  private ExitCode fail(CommandException e, OutputOptions output) {
    env.out().flush();
    ProblemText text = new ProblemText(output.palette(env));
    env.err().print(text.ofError(e.code(), e.getMessage(), e.remedy()));
    if (output.debug()) {
      e.printStackTrace(env.err());
    }
    return e.exitCode();
  }

  private void printHelp(CommandLine parser) {
    env.out().print(parser.getUsageMessage(Ansi.OFF));
  }

  private static CommandLine parserOf(CommandName name) {
    CommandLine parser = new CommandLine(name.spec(), LISTS);
    parser.setCaseInsensitiveEnumValuesAllowed(true);
    return parser;
  }
}
