/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.interop.moto;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The one moto server of this JVM, which ends with it. */
public final class MotoServer {
  private static final int SECONDS_TO_START = 60;

  private static @Nullable MotoServer running;

  private final URI endpoint;

  /** Held, because the server ends when the stream to it is closed. */
  private final Process process;

  private MotoServer(URI endpoint, Process process) {
    this.endpoint = endpoint;
    this.process = process;
  }

  /**
   * The server, started by the first test that wants it.
   *
   * @throws org.opentest4j.TestAbortedException where moto is not installed, but for CI
   */
  public static synchronized MotoServer running() {
    if (running == null || !running.process.isAlive()) {
      running = start(MotoInstallation.ofCheckout().demand(System.getenv()));
    }
    return running;
  }

  /** Where it listens. */
  public URI endpoint() {
    return endpoint;
  }

  private static MotoServer start(MotoInstallation moto) {
    try {
      Path log = Files.createTempFile("moto", ".log");
      log.toFile().deleteOnExit();
      ProcessBuilder builder =
          new ProcessBuilder(moto.python().toString(), moto.server().toString())
              .redirectError(log.toFile());
      builder.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
      Process process = builder.start();
      return new MotoServer(URI.create("http://127.0.0.1:" + port(process, log)), process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server says its port once it listens on it. */
  private static int port(Process process, Path log) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    try {
      String line =
          CompletableFuture.supplyAsync(() -> output.lines().findFirst().orElse(""))
              .get(SECONDS_TO_START, TimeUnit.SECONDS);
      return Integer.parseInt(line);
    } catch (NumberFormatException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException("moto did not start: " + Files.readString(log), e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while moto started", e);
    }
  }
}
