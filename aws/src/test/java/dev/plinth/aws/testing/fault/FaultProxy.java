/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing.fault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that passes calls on to another one and spoils some of them on the way. */
public final class FaultProxy implements AutoCloseable {
  private final URI target;
  private final FaultPlan plan;
  private final ServerSocket server;
  private final ExecutorService connections = Executors.newCachedThreadPool(FaultProxy::daemon);

  /**
   * Starts the server on a free port.
   *
   * @param target where the calls go
   */
  public FaultProxy(URI target, FaultPlan plan) {
    this.target = target;
    this.plan = plan;
    try {
      this.server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.execute(this::accept);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() {
    connections.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        connections.execute(() -> serve(caller));
      } catch (IOException e) {
        return; // the server was closed
      }
    }
  }

  /** One connection has one call, so that what befalls it befalls no other. */
  private void serve(Socket caller) {
    try (caller) {
      caller.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(caller.getInputStream());
      HttpMessage request = HttpMessage.readRequest(in, caller.getOutputStream());
      Fate fate = plan.of(request);
      HttpMessage answer = fate.takesEffect() ? pass(request) : null;
      switch (fate) {
        case PASSED -> write(answer, caller);
        case THROTTLED ->
            write(HttpMessage.refusal(429, "TooManyRequestsException", "Rate exceeded"), caller);
        case FAULT, FAULT_AFTERWARDS ->
            write(HttpMessage.refusal(500, "ServiceException", "Internal error"), caller);
        case RESET, ANSWER_LOST -> reset(caller);
        case ANSWER_CUT -> {
          OutputStream out = caller.getOutputStream();
          out.write(answer.head());
          out.write(Arrays.copyOf(answer.body(), answer.body().length / 2));
          out.flush();
          reset(caller);
        }
        case SLOW -> {
          OutputStream out = caller.getOutputStream();
          out.write(answer.head());
          for (byte each : answer.body()) {
            out.write(each);
            out.flush();
          }
        }
      }
    } catch (IOException e) {
      // The caller went away, as it may when a test ends; what it asked for is not our concern.
    }
  }

  private HttpMessage pass(HttpMessage request) throws IOException {
    try (Socket there = new Socket(target.getHost(), target.getPort())) {
      OutputStream out = new BufferedOutputStream(there.getOutputStream());
      request.writeTo(out);
      return HttpMessage.readAnswer(new BufferedInputStream(there.getInputStream()));
    }
  }

  private static void write(HttpMessage answer, Socket caller) throws IOException {
    answer.writeTo(new BufferedOutputStream(caller.getOutputStream()));
  }

  /** Ends the connection so that the other side gets an error rather than an end. */
  private static void reset(Socket caller) throws IOException {
    caller.setSoLinger(true, 0);
    caller.close();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fault-proxy");
    thread.setDaemon(true);
    return thread;
  }
}
