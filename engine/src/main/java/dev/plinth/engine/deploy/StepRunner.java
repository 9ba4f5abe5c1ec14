/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.step.Op;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs one step at a time for its caller: announces it, does it, records it. */
final class StepRunner {
  private final EventStream events;
  private final SnapshotRecorder recorder;
  private final RunControl control;
  private final StepWatch watch;
  private final ArchiveFiles files;
  private final boolean preview;

  StepRunner(
      EventStream events,
      SnapshotRecorder recorder,
      RunControl control,
      StepWatch watch,
      ArchiveFiles files,
      boolean preview) {
    this.watch = watch;
    this.files = files;
    this.events = events;
    this.recorder = recorder;
    this.control = control;
    this.preview = preview;
  }

  /**
   * What a create or an update means for a state that the last run left.
   *
   * @param superseded the new state takes its place
   * @param condemned it waits to be deleted from now on
   */
  record Former(Optional<ResourceState> superseded, Optional<ResourceState> condemned) {
    static Former none() {
      return new Former(Optional.empty(), Optional.empty());
    }

    static Former superseded(ResourceState state) {
      return new Former(Optional.of(state), Optional.empty());
    }

    static Former condemned(ResourceState state) {
      return new Former(Optional.empty(), Optional.of(state));
    }
  }

  /** A step that changes nothing in the cloud, and on disk only what the engine itself keeps. */
  ResourceState same(ResourceState state, ResourceState old) {
    allow(Op.SAME, state);
    StepInfo step = EventStream.info(Op.SAME, Optional.of(old), Optional.of(state), Map.of());
    events.emit(new EngineEvent.ResourcePre(step));
    if (state.equals(old)) {
      recorder.keep(old);
    } else {
      recorder.put(state, Optional.of(old), Optional.empty(), Optional.empty());
    }
    events.emit(new EngineEvent.ResourceDone(step, Duration.ZERO));
    return state;
  }

  /** A resource that the run is not about stays as it is. */
  ResourceState untouched(ResourceState old) {
    allow(Op.SAME, old);
    StepInfo step = EventStream.info(Op.SAME, Optional.of(old), Optional.of(old), Map.of());
    events.emit(new EngineEvent.ResourcePre(step));
    events.emit(new EngineEvent.ResourceDone(step, Duration.ZERO));
    return old;
  }

  /** The state that a step has just recorded stands in some more respects. */
  ResourceState settle(ResourceState state, ResourceState recorded) {
    if (!state.equals(recorded)) {
      recorder.put(state, Optional.empty(), Optional.empty(), Optional.empty());
    }
    return state;
  }

  /** The logical step that stands for a whole replacement. */
  void replace(ResourceState old, ResourceState goal, Map<String, PropertyDiff> diff) {
    allow(Op.REPLACE, goal);
    StepInfo step =
        files.of(EventStream.info(Op.REPLACE, Optional.of(old), Optional.of(goal), diff));
    events.emit(new EngineEvent.ResourcePre(step));
    events.emit(new EngineEvent.ResourceDone(step, Duration.ZERO));
  }

  /**
   * A create, an update, or a reading that takes a resource into the state.
   *
   * @param goal the state that the step is to reach, outputs not yet known
   * @param action calls the provider and answers the state that was reached; takes the intent
   */
  ResourceState change(
      Op op,
      ResourceState goal,
      Optional<ResourceState> before,
      Former former,
      Map<String, PropertyDiff> diff,
      Function<String, ResourceState> action) {
    control.requireRunning();
    allow(op, goal);
    StepInfo planned = files.of(EventStream.info(op, before, Optional.of(goal), diff));
    PendingOperation operation =
        PendingOperation.begin(
            op == Op.UPDATE ? PendingOperation.Type.UPDATING : PendingOperation.Type.CREATING,
            goal);
    long start = System.nanoTime();
    events.emit(new EngineEvent.ResourcePre(planned));
    try {
      recorder.requireRoomFor(goal);
      boolean recorded = !preview && goal.custom() && writes(op);
      if (recorded) {
        recorder.begin(operation);
      }
      ResourceState reached = action.apply(operation.intent());
      recorder.put(
          reached,
          former.superseded(),
          former.condemned(),
          recorded ? Optional.of(operation) : Optional.empty());
      StepInfo done =
          EventStream.info(op, before, Optional.of(reached), diff).withFiles(planned.files());
      events.emit(new EngineEvent.ResourceDone(done, since(start)));
      return reached;
    } catch (PartialFailureException e) {
      recorder.put(
          partial(op, goal, before, e),
          former.superseded(),
          former.condemned(),
          Optional.of(operation));
      throw failed(planned, start, e);
    } catch (StateException | SecretsException e) {
      throw failed(planned, start, e);
    } catch (RuntimeException e) {
      recorder.abandon(operation);
      throw failed(planned, start, e);
    }
  }

  /**
   * A delete.
   *
   * @param action calls the provider
   * @param afterwards what is left of the resource in the state; nothing when empty
   */
  void delete(Op op, ResourceState old, Runnable action, Optional<ResourceState> afterwards) {
    control.requireRunning();
    allow(op, old);
    StepInfo step = EventStream.info(op, Optional.of(old), Optional.empty(), Map.of());
    long start = System.nanoTime();
    events.emit(new EngineEvent.ResourcePre(step));
    PendingOperation operation =
        PendingOperation.begin(PendingOperation.Type.DELETING, afterwards.orElse(old));
    try {
      if (!preview && old.custom() && writes(op)) {
        recorder.begin(operation);
      }
      action.run();
      afterwards.ifPresentOrElse(
          left -> recorder.amend(old, left, Optional.of(operation)),
          () -> recorder.remove(old, Optional.of(operation)));
      events.emit(new EngineEvent.ResourceDone(step, since(start)));
    } catch (StateException | SecretsException e) {
      throw failed(step, start, e);
    } catch (RuntimeException e) {
      recorder.abandon(operation);
      throw failed(step, start, e);
    }
  }

  private void allow(Op op, ResourceState goal) {
    try {
      watch.before(op, goal);
    } catch (ProviderException e) {
      events.error(Optional.of(goal.urn()), "", e.getMessage(), e.remedy());
      control.failAndStop();
      throw new StepFailedException(e.getMessage(), e);
    }
  }

  private StepFailedException failed(StepInfo step, long start, RuntimeException cause) {
    Failure failure = Failure.of(cause);
    events.error(Optional.of(step.urn()), failure.property(), failure.message(), failure.remedy());
    events.emit(new EngineEvent.ResourceFailed(step, since(start)));
    if (cause instanceof StateException || cause instanceof SecretsException) {
      control.failAndStop();
    } else {
      control.fail();
    }
    return new StepFailedException(failure.message(), cause);
  }

  /** Whether the provider is asked to change something, so that the intent must be on disk. */
  private static boolean writes(Op op) {
    return switch (op) {
      case CREATE, UPDATE, DELETE, CREATE_REPLACEMENT, DELETE_REPLACED -> true;
      case SAME,
          REPLACE,
          READ,
          READ_REPLACEMENT,
          REFRESH,
          DISCARD,
          DISCARD_REPLACED,
          REMOVE_PENDING_REPLACE,
          IMPORT,
          IMPORT_REPLACEMENT ->
          false;
    };
  }

  /** A failed update keeps the old inputs, so that the next run sees the change again. */
  private static ResourceState partial(
      Op op, ResourceState goal, Optional<ResourceState> before, PartialFailureException failure) {
    ResourceStateBuilder state =
        goal.toBuilder().id(failure.id()).outputs(failure.outputs()).initErrors(failure.reasons());
    if (op == Op.UPDATE) {
      before.ifPresent(old -> state.inputs(old.inputs()));
    }
    return state.build();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
