/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.deployment.internal.Engine;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.urn.Urn;
import java.util.concurrent.CompletableFuture;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/** The SDK's engine service. Messages do not come this way: {@link MonitorLogger} takes them. */
final class InProcessEngine implements Engine {
  private final StackName stack;

  InProcessEngine(StackName stack) {
    this.stack = stack;
  }

  @Override
  public CompletableFuture<Void> logAsync(LogRequest request) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<GetRootResourceResponse> getRootResourceAsync(
      GetRootResourceRequest request) {
    return CompletableFuture.completedFuture(
        GetRootResourceResponse.newBuilder()
            .setUrn(Urn.ofRootStack(stack.stack(), stack.project()).text())
            .build());
  }

  /** There is no Pulumi command here whose version could be too old. */
  @Override
  public CompletableFuture<RequirePulumiVersionResponse> requirePulumiVersionAsync(
      RequirePulumiVersionRequest request) {
    return CompletableFuture.completedFuture(RequirePulumiVersionResponse.getDefaultInstance());
  }
}
