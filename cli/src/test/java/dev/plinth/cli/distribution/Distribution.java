/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The built distribution, started as a user starts it: a process, a home folder, no AWS account.
 */
final class Distribution {
  private static final int PATIENCE_SECONDS = 120;

  /** The repository's root; the tests run in the module's folder. */
  static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  private static final Path FOLDER = REPOSITORY.resolve("cli/target/plinth");

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  Distribution(Path home) {
    this.home = home;
    environment.put("HOME", home.toString());
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  /** What a process came to. */
  record Ended(int exit, String out, String err) {
    String all() {
      return out + err;
    }
  }

  Distribution with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Path home() {
    return home;
  }

  static Path launcher() {
    return FOLDER.resolve("bin/plinth");
  }

  Ended run(String... arguments) {
    return run(launcher(), "", List.of(arguments));
  }

  Ended runWithInput(String input, String... arguments) {
    return run(launcher(), input, List.of(arguments));
  }

  Ended run(Path launcher, String input, List<String> arguments) {
    try {
      Process process = start(launcher, arguments);
      // Both streams are files, so that no pipe can fill up; the input is small.
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(arguments + " did not end");
      }
      return new Ended(
          process.exitValue(), Files.readString(file("out")), Files.readString(file("err")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process start(Path launcher, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(REPOSITORY.toFile())
            .redirectOutput(file("out").toFile())
            .redirectError(file("err").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Path file(String name) {
    return home.resolve("." + name);
  }
}
