/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.env;

import dev.plinth.aws.call.Sleeper;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The world that a command runs in.
 *
 * @param out takes results
 * @param err takes what goes wrong, and all text for people while results are JSON
 * @param variables the environment variables
 * @param cwd what relative paths start from
 * @param home the user's home folder
 * @param interactive whether a person sits at both ends: questions may be asked, colours shown
 * @param width columns of the screen
 * @param interrupts tells of Ctrl-C
 * @param sleeper the time that waiting for AWS takes
 */
public record Env(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Clock clock,
    Path cwd,
    Path home,
    boolean interactive,
    int width,
    Interrupts interrupts,
    Sleeper sleeper) {

  public Env {
    variables = Map.copyOf(variables);
  }

  /** A variable that is set to something. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** A path as the user gave it; a leading {@code ~/} is the home folder. */
  public Path resolve(String path) {
    if (path.equals("~") || path.startsWith("~/")) {
      return home.resolve(path.substring(Math.min(2, path.length()))).normalize();
    }
    return cwd.resolve(path).normalize();
  }
}
