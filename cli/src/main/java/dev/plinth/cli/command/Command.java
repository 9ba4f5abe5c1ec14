/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;

/** What one subcommand does, with the options that it was given. */
@FunctionalInterface
public interface Command {
  /**
   * Does it.
   *
   * @throws dev.plinth.cli.env.CommandException when it cannot go on
   */
  ExitCode run(Env env);
}
