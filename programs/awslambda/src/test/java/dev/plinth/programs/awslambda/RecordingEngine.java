/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc;

/**
 * The two services that the {@code pulumi} command offers to a program, on a local port. Every
 * registration succeeds, and gives the inputs back with an ARN.
 */
final class RecordingEngine implements AutoCloseable {
  final List<RegisterResourceRequest> registrations = new CopyOnWriteArrayList<>();
  final List<RegisterResourceOutputsRequest> outputs = new CopyOnWriteArrayList<>();
  final List<LogRequest> logs = new CopyOnWriteArrayList<>();
  private final Server server;

  RecordingEngine() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Monitor())
            .addService(new Engine())
            .build()
            .start();
  }

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  static String urn(String type, String name) {
    return "urn:pulumi:dev::aws-lambda::" + type + "::" + name;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static <T> void answer(StreamObserver<T> observer, T response) {
    observer.onNext(response);
    observer.onCompleted();
  }

  private final class Monitor extends ResourceMonitorGrpc.ResourceMonitorImplBase {
    @Override
    public void supportsFeature(
        SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> observer) {
      answer(observer, SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
    }

    @Override
    public void registerResource(
        RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
      registrations.add(request);
      Value arn = Value.newBuilder().setStringValue("arn:of:" + request.getName()).build();
      Struct state = request.getObject().toBuilder().putFields("arn", arn).build();
      answer(
          observer,
          RegisterResourceResponse.newBuilder()
              .setUrn(urn(request.getType(), request.getName()))
              .setId(request.getCustom() ? request.getName() : "")
              .setObject(state)
              .build());
    }

    @Override
    public void registerResourceOutputs(
        RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
      outputs.add(request);
      answer(observer, Empty.getDefaultInstance());
    }
  }

  private final class Engine extends EngineGrpc.EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> observer) {
      logs.add(request);
      answer(observer, Empty.getDefaultInstance());
    }

    @Override
    public void setRootResource(
        SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> observer) {
      answer(observer, SetRootResourceResponse.getDefaultInstance());
    }
  }
}
