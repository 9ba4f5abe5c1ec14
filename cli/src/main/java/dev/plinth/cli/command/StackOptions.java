/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.aws.state.S3Url;
import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.run.StatePlace;
import dev.plinth.engine.state.StateException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which state, and which stack in it, to work on. */
record StackOptions(Optional<String> stack, Optional<String> state) {
  private static final String STACK = "--stack";
  private static final String STATE = "--state";
  private static final String FILE = "file://";
  private static final String DEFAULT_FOLDER = ".plinth";

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.text(
            STACK,
            "NAME",
            "The stack's name. Default: <env>.<name> of the manifest, or <name> when it has no"
                + " env."));
    spec.addOption(
        Options.text(
            STATE,
            "DIR|URL",
            "The folder with the state of all stacks and the local account; an s3:// URL keeps the"
                + " state in a bucket. Default: ~/.plinth."));
  }

  static StackOptions of(ParseResult given) {
    return new StackOptions(Options.textOf(given, STACK), Options.textOf(given, STATE));
  }

  /**
   * Where the state is.
   *
   * @throws CommandException when that is nothing that can be one
   */
  StatePlace place(Env env) {
    Path standard = env.home().resolve(DEFAULT_FOLDER);
    if (state.filter(S3Url::isMeant).isPresent()) {
      return new StatePlace(standard, Optional.of(bucket(state.get())));
    }
    if (state.filter(String::isEmpty).isPresent()) {
      throw CommandException.usage("--state is empty", "give --state a folder, or leave it out.");
    }
    return StatePlace.inFolder(state.map(StackOptions::path).map(env::resolve).orElse(standard));
  }

  private static S3Url bucket(String given) {
    try {
      return S3Url.parse(given);
    } catch (StateException e) {
      throw CommandException.usage(e.getMessage(), e.remedy() + ".");
    }
  }

  /** A folder may be given as Pulumi takes it, too. */
  private static String path(String given) {
    int scheme = given.indexOf("://");
    if (scheme < 0) {
      return given;
    }
    if (!given.startsWith(FILE)) {
      throw CommandException.usage(
          "--state is " + given + ", and a folder or a bucket was expected",
          "give --state a folder, as a path or as file://PATH, or a bucket, as"
              + " s3://BUCKET/PREFIX?region=REGION.");
    }
    return given.substring(FILE.length());
  }
}
