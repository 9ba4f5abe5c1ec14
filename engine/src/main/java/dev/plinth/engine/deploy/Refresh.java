/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.ProviderReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reads resources and records what was found: the outputs always, the inputs when what was found is
 * accepted. A resource that is gone leaves the state. That one cannot be read does not keep the
 * others from being read; the run fails all the same.
 */
final class Refresh {
  private final ProviderRegistry providers;
  private final SnapshotRecorder recorder;
  private final EventStream events;
  private final RunControl control;
  private final Clock clock;
  private final boolean accept;
  private final boolean ownRun;
  private final List<ResourceState> gone = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param accept whether inputs are recorded too
   * @param ownRun whether nothing follows: then what was found is counted as the run's result
   */
  Refresh(
      ProviderRegistry providers,
      SnapshotRecorder recorder,
      EventStream events,
      RunControl control,
      Clock clock,
      boolean accept,
      boolean ownRun) {
    this.providers = providers;
    this.recorder = recorder;
    this.events = events;
    this.control = control;
    this.clock = clock;
    this.accept = accept;
    this.ownRun = ownRun;
  }

  /** Reads the resources, in parallel; returns when all that was found is recorded. */
  void run(List<ResourceState> resources, Executor executor) {
    List<CompletableFuture<Void>> reads =
        resources.stream()
            .filter(Refresh::canBeRead)
            .map(state -> CompletableFuture.runAsync(() -> read(state), executor))
            .toList();
    CompletableFuture.allOf(reads.toArray(new CompletableFuture<?>[0])).join();
    try {
      new GoneResources(recorder).remove(gone);
    } catch (RuntimeException e) {
      fail(Optional.empty(), e);
    }
  }

  private static boolean canBeRead(ResourceState state) {
    return state.custom()
        && !ProviderReference.isProviderType(state.type())
        && !state.pendingReplacement()
        && state.id().isPresent();
  }

  private void read(ResourceState state) {
    if (control.isCanceled()) {
      return;
    }
    StepInfo planned =
        EventStream.info(Op.REFRESH, Optional.of(state), Optional.of(state), Map.of());
    events.emit(new EngineEvent.ResourcePre(planned));
    long start = System.nanoTime();
    try {
      Provider provider = providers.get(state.provider().orElseThrow()).provider();
      Optional<ResourceState> found = find(provider, state);
      StepInfo done;
      if (found.isEmpty()) {
        gone.add(state);
        done = EventStream.info(result(Op.DELETE), Optional.of(state), Optional.empty(), Map.of());
      } else {
        Map<String, PropertyDiff> drift = Drift.between(provider, state, found.get());
        record(state, found.get());
        Op op = result(drift.isEmpty() ? Op.SAME : Op.UPDATE);
        done = EventStream.info(op, Optional.of(state), found, drift);
      }
      events.emit(new EngineEvent.ResourceDone(done, since(start)));
    } catch (RuntimeException e) {
      fail(Optional.of(state), e);
      events.emit(new EngineEvent.ResourceFailed(planned, since(start)));
    }
  }

  private Op result(Op found) {
    return ownRun ? found : Op.REFRESH;
  }

  private Optional<ResourceState> find(Provider provider, ResourceState state) {
    ReadRequest request =
        new ReadRequest(state.urn(), state.id().orElseThrow(), state.inputs(), state.outputs());
    try {
      ReadResult result = provider.read(request);
      return result.exists() ? Optional.of(found(state, result, List.of())) : Optional.empty();
    } catch (PartialFailureException e) {
      events.warn(Optional.of(state.urn()), e.getMessage(), Optional.empty());
      return Optional.of(
          found(state, new ReadResult(e.id(), state.inputs(), e.outputs()), e.reasons()));
    }
  }

  private static ResourceState found(
      ResourceState state, ReadResult result, List<String> initErrors) {
    boolean inputsKnown = !state.external() && !result.inputs().isEmpty();
    ResourceState read =
        state.toBuilder()
            .id(result.id())
            .inputs(
                inputsKnown
                    ? SecretOutputs.markInputs(state.inputs(), result.inputs())
                    : state.inputs())
            .initErrors(initErrors)
            .build();
    return SecretOutputs.mark(read, result.outputs());
  }

  /**
   * Records what was found. Unless it is accepted, the inputs remain what was asked for, and so do
   * the reasons for mending it: both are what the next update works from.
   */
  private void record(ResourceState state, ResourceState found) {
    ResourceState kept =
        accept
            ? found
            : found.toBuilder().inputs(state.inputs()).initErrors(reasons(state, found)).build();
    if (!kept.equals(state)) {
      recorder.amend(
          state, kept.toBuilder().modified(Optional.of(clock.instant())).build(), Optional.empty());
    }
  }

  private static List<String> reasons(ResourceState state, ResourceState found) {
    return found.initErrors().isEmpty() ? state.initErrors() : found.initErrors();
  }

  private void fail(Optional<ResourceState> state, RuntimeException cause) {
    Failure failure = Failure.of(cause);
    events.error(
        state.map(ResourceState::urn), failure.property(), failure.message(), failure.remedy());
    control.fail();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
