/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import dev.plinth.engine.deploy.ReadResourceRequest;
import dev.plinth.engine.deploy.RegisterRequest;
import dev.plinth.engine.deploy.RegisterResponse;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps what is asked for, and passes it on.
 *
 * @param requests by type, name and parent
 */
record RecordingMonitor(ResourceMonitor monitor, Map<String, RegisterRequest> requests)
    implements ResourceMonitor {

  @Override
  public CompletableFuture<RegisterResponse> register(RegisterRequest request) {
    String key = request.type() + " " + request.name() + " " + request.parent();
    synchronized (requests) {
      requests.put(key, request);
    }
    return monitor.register(request);
  }

  @Override
  public CompletableFuture<RegisterResponse> read(ReadResourceRequest request) {
    return monitor.read(request);
  }

  @Override
  public boolean continuesOnError() {
    return monitor.continuesOnError();
  }

  @Override
  public CompletableFuture<Void> registerOutputs(Urn urn, PropertyMap outputs) {
    return monitor.registerOutputs(urn, outputs);
  }

  @Override
  public CompletableFuture<PropertyMap> invoke(
      String token, PropertyMap args, Optional<String> provider, String version) {
    return monitor.invoke(token, args, provider, version);
  }

  @Override
  public void log(Severity severity, Optional<Urn> urn, String message) {
    monitor.log(severity, urn, message);
  }
}
