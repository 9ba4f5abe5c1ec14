/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.Env;
import dev.plinth.cli.manifest.ManifestCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Every command, with the one line that the list of commands says of it. Only the command that is
 * called is declared and made.
 */
public enum CommandName {
  VALIDATE("Check manifests without deploying anything."),
  PREVIEW("Show what up would change, and change nothing."),
  UP("Deploy manifests: create, update, replace and delete what differs."),
  IMPORT("Make existing resources a stack's, as they are."),
  OUTPUTS("Show the outputs of a deployed stack."),
  REFRESH("Find out what has drifted: what is no longer as it was deployed."),
  DESTROY("Delete all resources of stacks, and the stacks."),
  STATE("Look at the state of stacks, and mend it."),
  VERSION("Show the versions of Plinth and of Java.");

  private final String summary;

  CommandName(String summary) {
    this.summary = summary;
  }

  /** The command that a word on the command line names. */
  public static Optional<CommandName> of(String word) {
    return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does, in a sentence. */
  public String summary() {
    return summary;
  }

  /**
   * Starts on other threads what the command will need, before its options are read. It costs
   * nothing where the command then ends early.
   *
   * @param arguments what follows the word on the command line
   */
  public void prepare(List<String> arguments) {
    switch (this) {
      case VALIDATE, PREVIEW, UP, IMPORT -> ManifestCheck.prepare(arguments);
      case OUTPUTS, REFRESH, DESTROY, STATE, VERSION -> {}
    }
  }

  /** The options that it takes. */
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("plinth " + word());
    spec.usageMessage().description(summary).sortOptions(false).abbreviateSynopsis(true);
    switch (this) {
      case VALIDATE -> ValidateCommand.declare(spec);
      case PREVIEW -> PreviewCommand.declare(spec);
      case UP -> UpCommand.declare(spec);
      case IMPORT -> ImportCommand.declare(spec);
      case OUTPUTS -> OutputsCommand.declare(spec);
      case REFRESH -> RefreshCommand.declare(spec);
      case DESTROY -> DestroyCommand.declare(spec);
      case STATE -> StateCommand.declare(spec);
      case VERSION -> {}
    }
    OutputOptions.declare(spec);
    return spec;
  }

  /** The command, with the options it was given. */
  public Command make(ParseResult given, Env env) {
    OutputOptions output = OutputOptions.of(given);
    return switch (this) {
      case VALIDATE -> new ValidateCommand(Options.pathsOf(given), output);
      case PREVIEW -> PreviewCommand.of(given, env, output);
      case UP -> UpCommand.of(given, env, output);
      case IMPORT -> ImportCommand.of(given, env, output);
      case OUTPUTS -> OutputsCommand.of(given, output);
      case REFRESH -> RefreshCommand.of(given, env, output);
      case DESTROY -> DestroyCommand.of(given, env, output);
      case STATE -> StateCommand.of(given, output);
      case VERSION -> new VersionCommand(output);
    };
  }
}
