/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import dev.plinth.engine.provider.ProviderException;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** A plugin that runs, and the two servers through which it and the engine talk. */
final class PluginConnection implements AutoCloseable {
  /** As Pulumi's engine: assets travel inside messages. */
  private static final int LARGEST_MESSAGE = 400 * 1024 * 1024;

  private static final long HANDSHAKE_SECONDS = 60;

  private final Server engine;
  private final PluginProcess process;
  private final ManagedChannel channel;
  private final ResourceProviderBlockingStub stub;

  private PluginConnection(Server engine, PluginProcess process, ManagedChannel channel) {
    this.engine = engine;
    this.process = process;
    this.channel = channel;
    this.stub = ResourceProviderGrpc.newBlockingStub(channel);
  }

  static PluginConnection open(
      String packageName, PluginBinary binary, Path directory, PluginLog log) {
    Server engine = listen(new EngineService(packageName, log));
    String address = loopback().getHostAddress() + ":" + engine.getPort();
    PluginProcess process;
    try {
      process = PluginProcess.start(packageName, binary, directory, address, log);
    } catch (ProviderException e) {
      engine.shutdownNow();
      throw e;
    }
    ManagedChannel channel =
        OkHttpChannelBuilder.forAddress(
                loopback().getHostAddress(), process.port(), InsecureChannelCredentials.create())
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .build();
    PluginConnection connection = new PluginConnection(engine, process, channel);
    try {
      connection.shakeHands(address, directory);
    } catch (StatusRuntimeException e) {
      connection.close();
      throw PluginFailure.of("Handshake", packageName, e);
    }
    return connection;
  }

  ResourceProviderBlockingStub stub() {
    return stub;
  }

  /** Older plugins know no handshake, and need none. */
  private void shakeHands(String engineAddress, Path directory) {
    ProviderHandshakeRequest request =
        ProviderHandshakeRequest.newBuilder()
            .setEngineAddress(engineAddress)
            .setRootDirectory(directory.toAbsolutePath().toString())
            .setConfigureWithUrn(false)
            .build();
    try {
      stub.withWaitForReady()
          .withDeadlineAfter(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
          .handshake(request);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
    process.close();
    engine.shutdownNow();
  }

  private static Server listen(EngineService service) {
    try {
      return OkHttpServerBuilder.forPort(
              new InetSocketAddress(loopback(), 0), InsecureServerCredentials.create())
          .maxInboundMessageSize(LARGEST_MESSAGE)
          .addService(service)
          .build()
          .start();
    } catch (IOException e) {
      throw new ProviderException(
          "no port could be opened for a plugin to call back: " + e.getMessage(),
          "Check that this machine lets a program listen on 127.0.0.1.",
          e);
    }
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
