/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.wire;

import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentOptions;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.deploy.Program;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.provider.ProviderFactory;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.file.FileStateStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A stack in a folder, on which the engine runs programs against the AWS provider. */
final class TestRun {
  static final StackName STACK = new StackName("shop", "dev");

  private static final int PARALLEL = 16;

  private final ProviderFactory aws;
  private final Path folder;
  private final StateStore store;

  /** What went wrong, in the order of events. */
  final List<String> problems = Collections.synchronizedList(new ArrayList<>());

  TestRun(ProviderFactory aws, Path folder) {
    this.aws = aws;
    this.folder = folder;
    this.store = new FileStateStore(folder.resolve("state"), Map.of());
  }

  DeploymentResult up(Program program) {
    return run(RunKind.UPDATE, program);
  }

  DeploymentResult destroy() {
    return run(RunKind.DESTROY, monitor -> CompletableFuture.completedFuture(null));
  }

  private DeploymentResult run(RunKind kind, Program program) {
    DeploymentOptions options =
        new DeploymentOptions(Map.of("aws", aws), Map.of(), folder, PARALLEL, Clock.systemUTC());
    try (StackSession session = store.open(STACK)) {
      return Deployment.execute(kind, STACK, session, options, RunOptions.none(), this::note)
          .run(program);
    }
  }

  private void note(EngineEvent event) {
    if (event instanceof EngineEvent.Diagnostic diagnostic) {
      problems.add(diagnostic.message());
    }
  }
}
