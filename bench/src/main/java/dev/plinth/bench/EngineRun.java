/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentOptions;
import dev.plinth.engine.deploy.Program;
import dev.plinth.engine.deploy.RegisterRequest;
import dev.plinth.engine.deploy.RegisterResponse;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.file.FileStateStore;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One run of the engine alone, in a process of its own: no manifests, no Pulumi SDK, a provider
 * that answers at once, the state on disk.
 *
 * <p>Arguments: {@code up} or {@code destroy}, the number of resources, the state's folder.
 */
public final class EngineRun {
  private static final StackName STACK = new StackName("bench", "many");
  private static final int PARALLEL = 16;

  private EngineRun() {}

  public static void main(String[] args) {
    int resources = Integer.parseInt(args[1]);
    RunKind kind = args[0].equals("destroy") ? RunKind.DESTROY : RunKind.UPDATE;
    FileStateStore store = new FileStateStore(Path.of(args[2]), Map.of());
    DeploymentOptions options =
        new DeploymentOptions(
            Map.of("bench", InstantProvider::new),
            Map.of(),
            Path.of(""),
            PARALLEL,
            Clock.systemUTC());
    try (StackSession session = store.open(STACK)) {
      RunResult result =
          Deployment.execute(kind, STACK, session, options, RunOptions.none(), event -> {})
              .run(program(resources))
              .result();
      if (result != RunResult.SUCCEEDED) {
        throw new IllegalStateException("the run ended as " + result);
      }
    }
  }

  private static Program program(int resources) {
    return monitor -> {
      Urn root = Urn.ofRootStack(STACK.stack(), STACK.project());
      return monitor
          .register(
              RegisterRequest.of(
                  Urn.ROOT_STACK_TYPE, root.name(), Optional.empty(), false, PropertyMap.empty()))
          .thenCompose(stack -> registerAll(monitor, root, resources))
          .thenCompose(all -> monitor.registerOutputs(root, PropertyMap.empty()));
    };
  }

  private static CompletableFuture<Void> registerAll(
      ResourceMonitor monitor, Urn root, int resources) {
    List<CompletableFuture<RegisterResponse>> all = new ArrayList<>();
    for (int i = 0; i < resources; i++) {
      all.add(
          monitor.register(
              RegisterRequest.of(
                  "bench:index:Function", "function-" + i, Optional.of(root), true, inputs(i))));
    }
    return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]));
  }

  private static PropertyMap inputs(int i) {
    return PropertyMap.builder()
        .put("name", "function-" + i)
        .put("runtime", "java21")
        .put("handler", "com.acme.Handler")
        .put("memorySize", 512)
        .put("timeout", 30)
        .put("s3Bucket", "acme-artifacts")
        .put("s3Key", "function-" + i + ".jar")
        .put("role", "arn:aws:iam::123456789012:role/execution")
        .put("environment", PropertyMap.builder().put("QUEUE_NAME", "queue-" + i).build())
        .build();
  }
}
