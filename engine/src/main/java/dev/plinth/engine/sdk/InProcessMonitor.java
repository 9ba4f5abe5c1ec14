/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.resources.Resource;
import dev.plinth.engine.deploy.RegisterResponse;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.wire.StructCodec;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;

/**
 * The SDK's resource monitor over the engine's. What the engine cannot do is refused with a
 * message, never passed over.
 */
final class InProcessMonitor implements Monitor {
  private final ResourceMonitor monitor;

  InProcessMonitor(ResourceMonitor monitor) {
    this.monitor = monitor;
  }

  /**
   * Resources may travel as references. Providers get ids in their place, and so none comes back
   * with a resource's outputs, which would cost the SDK a search of the whole class path.
   */
  @Override
  public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(
      SupportsFeatureRequest request) {
    return ContextAwareCompletableFuture.completedFuture(
        SupportsFeatureResponse.newBuilder()
            .setHasSupport(request.getId().equals("resourceReferences"))
            .build());
  }

  @Override
  public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
      Resource resource, RegisterResourceRequest request) {
    try {
      return inContext(
          monitor.register(Registration.of(request)).thenApply(InProcessMonitor::response));
    } catch (UnsupportedRequestException e) {
      return refuse(e);
    } catch (IllegalArgumentException e) {
      return refuse(UnsupportedRequestException.invalid(request.getName(), e));
    }
  }

  private static RegisterResourceResponse response(RegisterResponse answer) {
    return RegisterResourceResponse.newBuilder()
        .setUrn(answer.urn().text())
        .setId(answer.id())
        .setObject(StructCodec.encode(answer.outputs()))
        .build();
  }

  @Override
  public CompletableFuture<Void> registerResourceOutputsAsync(
      RegisterResourceOutputsRequest request) {
    return inContext(
        monitor.registerOutputs(
            new Urn(request.getUrn()), StructCodec.decode(request.getOutputs())));
  }

  @Override
  public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
    Optional<String> provider =
        request.getProvider().isEmpty() ? Optional.empty() : Optional.of(request.getProvider());
    return inContext(
        monitor
            .invoke(
                request.getTok(),
                StructCodec.decode(request.getArgs()),
                provider,
                request.getVersion())
            .thenApply(
                result ->
                    ResourceInvokeResponse.newBuilder()
                        .setReturn(StructCodec.encode(result))
                        .build()));
  }

  @Override
  public CompletableFuture<CallResponse> callAsync(ResourceCallRequest request) {
    return refuse(new UnsupportedRequestException("method calls (" + request.getTok() + ")"));
  }

  @Override
  public CompletableFuture<ReadResourceResponse> readResourceAsync(
      Resource resource, ReadResourceRequest request) {
    try {
      return inContext(
          monitor
              .read(Registration.of(request))
              .thenApply(
                  answer ->
                      ReadResourceResponse.newBuilder()
                          .setUrn(answer.urn().text())
                          .setProperties(StructCodec.encode(answer.outputs()))
                          .build()));
    } catch (UnsupportedRequestException e) {
      return refuse(e);
    } catch (IllegalArgumentException e) {
      return refuse(UnsupportedRequestException.invalid(request.getName(), e));
    }
  }

  @Override
  public CompletableFuture<RegisterPackageResponse> registerPackageAsync(
      RegisterPackageRequest request) {
    return refuse(
        new UnsupportedRequestException("parameterized packages (" + request.getName() + ")"));
  }

  private <T> CompletableFuture<T> refuse(UnsupportedRequestException refusal) {
    return refusal.toldBy(monitor);
  }

  /** The SDK expects its thread-local deployment wherever it continues after the answer. */
  private static <T> CompletableFuture<T> inContext(CompletableFuture<T> future) {
    return ContextAwareCompletableFuture.wrap(future);
  }
}
