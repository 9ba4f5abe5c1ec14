/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import dev.plinth.cli.account.SkippingSleeper;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.env.Interrupts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A home folder, a clock that stands still and a command line that runs in this process. */
final class TestWorld {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  private final Path home;
  private final Map<String, String> variables = new TreeMap<>();
  private String input = "";
  private boolean interactive;
  private Consumer<String> onText = text -> {};
  private final Interrupts interrupts = new Interrupts(self -> {});

  TestWorld(Path home) {
    this.home = home;
  }

  /** What a command came to. */
  record Ended(ExitCode code, String out, String err) {
    String all() {
      return out + err;
    }
  }

  Path home() {
    return home;
  }

  Interrupts interrupts() {
    return interrupts;
  }

  TestWorld with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Lets the commands find somebody who types this. */
  TestWorld typing(String text) {
    input = text;
    interactive = true;
    return this;
  }

  TestWorld piping(String text) {
    input = text;
    interactive = false;
    return this;
  }

  /** Is called with each text that a command prints, before the command goes on. */
  TestWorld onText(Consumer<String> reader) {
    onText = reader;
    return this;
  }

  /** Writes a file into the home folder and answers its path, for the command line. */
  String file(String name, String text) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ended run(String... args) {
    return run(List.of(args));
  }

  Ended run(List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Env env =
        new Env(
            in,
            new Listening(out),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            variables,
            CLOCK,
            home,
            home,
            interactive,
            80,
            interrupts,
            new SkippingSleeper());
    ExitCode code = new Cli(env).run(new ArrayList<>(args));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private final class Listening extends PrintStream {
    Listening(ByteArrayOutputStream target) {
      super(target, true, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
      super.print(text);
      onText.accept(text);
    }
  }
}
