/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.AssetHasher;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Serves a program: each request becomes a task on the engine's threads. */
final class MonitorService implements ResourceMonitor {
  private final RunKind kind;
  private final StackName stack;
  private final Scope scope;
  private final SnapshotRecorder recorder;
  private final EventStream events;
  private final RunControl control;
  private final Executor executor;
  private final Invocations invocations;
  private final Registrar registrar;

  /** What children inherit, by parent. */
  private final Map<Urn, RegisterRequest> registered = new ConcurrentHashMap<>();

  private final InFlight inFlight = new InFlight();

  private volatile Optional<PropertyMap> stackOutputs = Optional.empty();

  MonitorService(
      RunKind kind,
      StackName stack,
      StackIndex base,
      Scope scope,
      Seeds seeds,
      ProviderRegistry providers,
      StepRunner steps,
      SnapshotRecorder recorder,
      EventStream events,
      RunControl control,
      DeploymentOptions options,
      AssetHasher assets,
      Executor executor) {
    this.kind = kind;
    this.stack = stack;
    this.scope = scope;
    this.recorder = recorder;
    this.events = events;
    this.control = control;
    this.executor = executor;
    Registrations registrations = new Registrations();
    DefaultProviders defaults =
        new DefaultProviders(
            stack.stack(), stack.project(), options.config(), this::registerProvider);
    this.invocations = new Invocations(providers, defaults, events, control);
    this.registrar =
        new Registrar(
            registrations,
            new Aliases(base, registrations, recorder),
            new Lifecycles(providers, defaults, seeds, kind.isPreview()),
            steps,
            scope,
            new Goals(assets, scope),
            new Readings(providers, registrations, steps, options.clock()),
            new Replacement(base, registrations, providers, steps, scope, kind.isPreview()),
            events,
            control,
            options.clock());
  }

  @Override
  public boolean continuesOnError() {
    return control.continuesOnError();
  }

  @Override
  public CompletableFuture<RegisterResponse> read(ReadResourceRequest request) {
    return submit(
        () -> {
          Urn urn = urn(request.parent(), request.type(), request.name());
          RegisterRequest registration = request.asRegistration();
          inherit(urn, registration);
          ResourceState state = registrar.read(urn, request);
          registered.put(urn, registration);
          return respond(state);
        });
  }

  private Urn urn(Optional<Urn> parent, String type, String name) {
    return Urn.of(stack.stack(), stack.project(), parent, type, name);
  }

  @Override
  public CompletableFuture<RegisterResponse> register(RegisterRequest request) {
    return submit(() -> respond(registerNow(request)));
  }

  private ResourceState registerNow(RegisterRequest request) {
    Urn urn = urn(request.parent(), request.type(), request.name());
    RegisterRequest complete = inherit(urn, request);
    ResourceState state = registrar.register(urn, complete);
    registered.put(urn, complete);
    return state;
  }

  private ResourceState registerProvider(Urn urn, RegisterRequest request) {
    return registrar.register(urn, request);
  }

  private RegisterRequest inherit(Urn urn, RegisterRequest request) {
    if (request.parent().isEmpty()) {
      return request;
    }
    RegisterRequest parent = registered.get(request.parent().get());
    if (parent == null) {
      throw fail(urn, "its parent " + request.parent().get() + " was not registered");
    }
    return request.inheriting(parent);
  }

  private StepFailedException fail(Urn urn, String message) {
    events.error(Optional.of(urn), "", message, Optional.empty());
    control.fail();
    return new StepFailedException(message);
  }

  private RegisterResponse respond(ResourceState state) {
    PropertyMap outputs = state.outputs();
    if (!state.custom()) {
      outputs = PropertyMap.empty();
    }
    if (kind.isPreview() && outputs.containsUnknowns()) {
      outputs = certain(outputs);
    }
    return new RegisterResponse(state.urn(), state.id().orElse(""), outputs);
  }

  @Override
  public CompletableFuture<Void> registerOutputs(Urn urn, PropertyMap outputs) {
    if (urn.type().equals(Urn.ROOT_STACK_TYPE)) {
      // Held back to the end: they count only when the whole run has succeeded.
      stackOutputs = Optional.of(outputs);
      return CompletableFuture.completedFuture(null);
    }
    return submit(
        () -> {
          setOutputs(urn, outputs);
          return null;
        });
  }

  private void setOutputs(Urn urn, PropertyMap outputs) {
    if (scope.isSkipped(urn)) {
      return;
    }
    ResourceState state =
        recorder
            .registered(urn)
            .orElseThrow(() -> fail(urn, "outputs were given for a resource never registered"));
    if (!state.outputs().equals(outputs)) {
      recorder.put(
          state.toBuilder().outputs(outputs).build(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  @Override
  public CompletableFuture<PropertyMap> invoke(
      String token, PropertyMap args, Optional<String> provider, String version) {
    return submit(() -> invocations.invoke(token, args, provider, version));
  }

  @Override
  public void log(Severity severity, Optional<Urn> urn, String message) {
    events.emit(new EngineEvent.Diagnostic(severity, urn, "", message, Optional.empty()));
    if (severity == Severity.ERROR) {
      control.fail();
    }
  }

  /** Waits until no request is in flight; what the program asks for later is refused. */
  void awaitQuiet() {
    inFlight.closeAndAwait();
  }

  /**
   * Records the stack's outputs. After a failure the new ones are laid over the old.
   *
   * @return the outputs as recorded
   */
  PropertyMap finish() {
    Urn root = Urn.ofRootStack(stack.stack(), stack.project());
    PropertyMap outputs = stackOutputs.orElseGet(PropertyMap::empty);
    Optional<ResourceState> recorded = recorder.registered(root);
    if (recorded.isEmpty()) {
      return outputs;
    }
    if (kind == RunKind.IMPORT || kind == RunKind.PREVIEW_IMPORT) {
      return recorded.get().outputs();
    }
    if (control.isStopped() || control.hasFailed() || !scope.isAll()) {
      outputs = recorded.get().outputs().toBuilder().putAll(certain(outputs)).build();
    }
    try {
      setOutputs(root, outputs);
    } catch (StateException | SecretsException e) {
      tell(Optional.of(root), e);
    }
    return outputs;
  }

  private static PropertyMap certain(PropertyMap outputs) {
    PropertyMap.Builder certain = PropertyMap.builder();
    outputs
        .asMap()
        .forEach(
            (name, value) -> {
              if (!value.containsUnknowns()) {
                certain.put(name, value);
              }
            });
    return certain.build();
  }

  private <T> CompletableFuture<T> submit(Supplier<T> task) {
    if (!inFlight.enter()) {
      return CompletableFuture.failedFuture(new DeploymentStoppedException("the run is over"));
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            answer.complete(task.get());
          } catch (RuntimeException | Error e) {
            if (!Failure.isTold(e)) {
              tell(Optional.empty(), e);
            }
            answer.completeExceptionally(e);
          } finally {
            inFlight.leave();
          }
        });
    return answer;
  }

  private void tell(Optional<Urn> urn, Throwable cause) {
    Failure failure = Failure.of(cause);
    events.error(urn, failure.property(), failure.message(), failure.remedy());
    control.fail();
  }
}
