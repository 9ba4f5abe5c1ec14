/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import com.google.protobuf.Empty;
import dev.plinth.engine.event.Severity;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/** What a plugin may ask of the engine that started it. Debug messages are dropped. */
final class EngineService extends EngineImplBase {
  private final String packageName;
  private final PluginLog log;
  private final AtomicReference<String> rootResource = new AtomicReference<>("");

  EngineService(String packageName, PluginLog log) {
    this.packageName = packageName;
    this.log = log;
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> answer) {
    severity(request.getSeverity())
        .ifPresent(severity -> log.say(severity, packageName, request.getMessage()));
    answer.onNext(Empty.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> answer) {
    answer.onNext(GetRootResourceResponse.newBuilder().setUrn(rootResource.get()).build());
    answer.onCompleted();
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> answer) {
    rootResource.set(request.getUrn());
    answer.onNext(SetRootResourceResponse.getDefaultInstance());
    answer.onCompleted();
  }

  private static Optional<Severity> severity(LogSeverity severity) {
    return switch (severity) {
      case DEBUG, UNRECOGNIZED -> Optional.empty();
      case INFO -> Optional.of(Severity.INFO);
      case WARNING -> Optional.of(Severity.WARNING);
      case ERROR -> Optional.of(Severity.ERROR);
    };
  }
}
