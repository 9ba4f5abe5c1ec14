/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import dev.plinth.engine.event.Severity;
import dev.plinth.engine.provider.ProviderException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's process. By Pulumi's convention it is given the address of the engine's server and
 * prints the port of its own as its first line; all else that it prints is for people.
 */
final class PluginProcess implements AutoCloseable {
  private static final long START_SECONDS = 60;
  private static final long END_SECONDS = 5;
  private static final int HIGHEST_PORT = 65_535;

  private final String packageName;
  private final PluginLog log;
  private final Process process;
  private final List<Thread> readers;
  private final int port;

  private PluginProcess(String packageName, PluginLog log, Process process) {
    this.packageName = packageName;
    this.log = log;
    this.process = process;
    CompletableFuture<String> firstLine = new CompletableFuture<>();
    this.readers =
        List.of(
            follow("stderr", process.getErrorStream(), this::tell, () -> {}),
            follow(
                "stdout",
                process.getInputStream(),
                line -> {
                  if (!firstLine.complete(line)) {
                    tell(line);
                  }
                },
                () -> firstLine.cancel(false)));
    this.port = port(firstLine);
  }

  /**
   * Starts a plugin and waits until it says its port.
   *
   * @param engineAddress where the engine listens, as {@code host:port}
   * @throws ProviderException when it cannot be started or does not answer
   */
  static PluginProcess start(
      String packageName,
      PluginBinary binary,
      Path directory,
      String engineAddress,
      PluginLog log) {
    ProcessBuilder builder =
        new ProcessBuilder(binary.executable().toString(), engineAddress)
            .directory(directory.toAbsolutePath().toFile());
    try {
      return new PluginProcess(packageName, log, builder.start());
    } catch (IOException e) {
      throw new ProviderException(
          "the plugin " + binary.executable() + " could not be started: " + e.getMessage(),
          "Check that the file may be executed on this machine, or install it anew.",
          e);
    }
  }

  int port() {
    return port;
  }

  /** Ends the process and returns when all that it said was passed on. */
  @Override
  public void close() {
    // Process.destroy would also close the streams, with what has not been read of them.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.toHandle().destroyForcibly();
      }
      for (Thread reader : readers) {
        reader.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private int port(CompletableFuture<String> firstLine) {
    String line;
    try {
      line = firstLine.get(START_SECONDS, TimeUnit.SECONDS).strip();
    } catch (TimeoutException e) {
      close();
      throw failure("did not say its port within " + START_SECONDS + " s", e);
    } catch (ExecutionException | CancellationException e) {
      close();
      throw failure("ended before it said its port", e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw failure("was not waited for", e);
    }
    if (!line.matches("[0-9]{1,5}") || Integer.parseInt(line) > HIGHEST_PORT) {
      close();
      throw failure("printed no port but: " + line, null);
    }
    return Integer.parseInt(line);
  }

  private ProviderException failure(String what, @Nullable Exception e) {
    return new ProviderException(
        "the plugin of the package '" + packageName + "' " + what + ".",
        "What it printed stands above; install it anew if that does not explain it.",
        e);
  }

  private void tell(String line) {
    log.say(Severity.INFO, packageName, line);
  }

  /** Passes lines on until the process ends. */
  private Thread follow(String name, InputStream stream, Consumer<String> reader, Runnable end) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines().forEach(reader);
              } catch (IOException | UncheckedIOException e) {
                // The process is gone, and with it what it had to say.
              } finally {
                end.run();
              }
            },
            "plugin-" + packageName + "-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
