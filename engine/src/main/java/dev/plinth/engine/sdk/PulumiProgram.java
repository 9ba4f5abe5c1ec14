/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.resources.internal.Stack;
import dev.plinth.engine.deploy.Program;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.state.StackName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * A program written with the Pulumi Java SDK, the same as the {@code pulumi} command would run it.
 *
 * <p>The SDK finds its deployment through a thread-local variable, which it carries through its own
 * futures. Every start gets a thread of its own, so that several stacks can run in one process.
 */
public final class PulumiProgram implements Program {
  private final StackName stack;
  private final boolean preview;
  private final Consumer<Context> body;
  private final BiFunction<DeploymentImpl.DeploymentState, ResourceMonitor, DeploymentImpl> sdk;

  /**
   * Wraps a program.
   *
   * @param body what the program does with its context, as given to {@code Pulumi.run}
   */
  public PulumiProgram(StackName stack, boolean preview, Consumer<Context> body) {
    this(stack, preview, body, InProcessDeployment::new);
  }

  PulumiProgram(
      StackName stack,
      boolean preview,
      Consumer<Context> body,
      BiFunction<DeploymentImpl.DeploymentState, ResourceMonitor, DeploymentImpl> sdk) {
    this.stack = stack;
    this.preview = preview;
    this.body = body;
    this.sdk = sdk;
  }

  @Override
  public CompletableFuture<Void> start(ResourceMonitor monitor) {
    TaskRunner runner = new TaskRunner(monitor.continuesOnError());
    Thread thread = new Thread(() -> runOn(monitor, runner), "plinth-program");
    thread.setDaemon(true);
    thread.start();
    return runner.done();
  }

  private void runOn(ResourceMonitor monitor, TaskRunner runner) {
    try {
      DeploymentImpl deployment = deployment(monitor, runner);
      DeploymentInstanceInternal instance = new DeploymentInstanceInternal(deployment);
      DeploymentInstanceHolder.setInstance(instance);
      ContextInternal context = context(deployment, instance, runner);
      var unused = runner.runAsync(() -> stackOf(context));
    } catch (RuntimeException | Error e) {
      runner.fail(e);
    } finally {
      DeploymentInstanceHolder.setInstance(null);
    }
  }

  private Stack stackOf(ContextInternal context) {
    return Stack.factory(stack.project(), stack.stack(), List.of())
        .apply(
            () -> {
              body.accept(context);
              return context.exports();
            });
  }

  private DeploymentImpl deployment(ResourceMonitor monitor, TaskRunner runner) {
    DeploymentImpl.DeploymentState state =
        new DeploymentImpl.DeploymentState(
            new DeploymentImpl.Config(ImmutableMap.of(), ImmutableSet.of()),
            Logger.getLogger("com.pulumi"),
            StackName.ORGANIZATION,
            stack.project(),
            stack.stack(),
            "",
            preview,
            new InProcessEngine(stack),
            new InProcessMonitor(monitor));
    // The deployment captures both when it is made, so they are set first.
    state.runner = runner;
    state.logger = new MonitorLogger(monitor);
    return sdk.apply(state, monitor);
  }

  private static ContextInternal context(
      DeploymentImpl deployment, DeploymentInstanceInternal instance, TaskRunner runner) {
    return new ContextInternal(
        deployment.getOrganizationName(),
        deployment.getProjectName(),
        deployment.getStackName(),
        new LoggingContextInternal(deployment.getLog()),
        new ConfigContextInternal(
            deployment.getProjectName(), name -> new Config(instance.getConfig(), name)),
        new OutputContextInternal(new OutputFactory(runner)),
        List.of());
  }
}
