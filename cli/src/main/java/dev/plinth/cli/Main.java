/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.env.Interrupts;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The process: the one place that reads the real world and that exits. */
public final class Main {
  private static final int DEFAULT_WIDTH = 80;
  private static final int NARROWEST = 40;
  private static final int BUFFER = 1 << 14;

  private Main() {}

  public static void main(String[] args) {
    ExitCode code = new Cli(processEnv()).run(List.of(args));
    System.exit(code.number());
  }

  private static Env processEnv() {
    Map<String, String> variables = System.getenv();
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    return new Env(
        System.in,
        out,
        err,
        variables,
        Clock.systemUTC(),
        Path.of("").toAbsolutePath(),
        Path.of(variables.getOrDefault("HOME", System.getProperty("user.home"))),
        hasTerminal(),
        width(variables),
        interrupts(err),
        Sleeper.SYSTEM);
  }

  @SuppressWarnings("SystemConsoleNull") // The property brings the older behaviour back.
  private static boolean hasTerminal() {
    // JDK 22 to 24 answer a console even where there is no terminal, and load a line editor for it.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /** Unlike {@code System.out}, in UTF-8 everywhere and not flushed at each line. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
        false,
        StandardCharsets.UTF_8);
  }

  private static int width(Map<String, String> variables) {
    String columns = variables.getOrDefault("COLUMNS", "");
    boolean number = !columns.isEmpty() && columns.length() < 5;
    if (!number || !columns.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return DEFAULT_WIDTH;
    }
    return Math.max(NARROWEST, Integer.parseInt(columns));
  }

  private static Interrupts interrupts(PrintStream err) {
    Signals signals = new Signals();
    return new Interrupts(interrupts -> signals.listen(() -> interrupt(interrupts, err)));
  }

  private static void interrupt(Interrupts interrupts, PrintStream err) {
    if (interrupts.interrupt()) {
      Runtime.getRuntime().halt(ExitCode.CANCELED.number());
    }
    err.println("Stopping once what is in flight has ended. Ctrl-C again stops at once.");
    err.flush();
  }
}
