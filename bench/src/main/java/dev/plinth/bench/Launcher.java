/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the distribution's launcher and watches the process until it ends. */
final class Launcher {
  private static final int WATCH_MILLIS = 5;

  private final Path launcher;
  private final Path scratch;

  Launcher(Path distribution, Path scratch) {
    this.launcher = distribution.resolve("bin/plinth");
    this.scratch = scratch;
  }

  /** The whole command for some arguments of plinth. */
  List<String> plinth(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** The whole command for a run of the engine alone, on the distribution's libraries. */
  List<String> engine(String java, String operation, int resources, Path folder) {
    Path libraries = launcher.resolveSibling("../lib/*").normalize();
    return List.of(
        java,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path") + File.pathSeparator + libraries,
        EngineRun.class.getName(),
        operation,
        Integer.toString(resources),
        folder.toString());
  }

  /**
   * Runs one command.
   *
   * @param environment set on top of the own one
   * @throws IllegalStateException when the command does not end with 0
   */
  Sample run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = scratch.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .directory(scratch.toFile());
    builder.environment().put("HOME", scratch.toString());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    double peak = 0;
    // The launcher becomes the JVM by exec, so that the process that was started is the one to
    // watch.
    while (!process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMebibytes(process.pid()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          command + " ended with " + process.exitValue() + "\n" + Files.readString(output));
    }
    return new Sample(seconds, peak);
  }

  /** The kernel's high-water mark; it only grows, so the last look is the one that counts. */
  private static double peakMebibytes(long pid) {
    try {
      Path status = Path.of("/proc", Long.toString(pid), "status");
      for (String line : Files.readAllLines(status, StandardCharsets.UTF_8)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (IOException e) {
      // The process has just ended, or this is not Linux: what was seen before stands.
      return 0;
    }
    return 0;
  }
}
