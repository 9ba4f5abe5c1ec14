/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.provider.FindRequest;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.provider.Found.Created;
import dev.plinth.engine.provider.Found.NotCreated;
import dev.plinth.engine.provider.Found.Unknown;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.time.Clock;
import java.util.Optional;

/**
 * Finds out, before a run begins, what became of the operations that an earlier run left
 * unfinished, and records it. What a provider cannot tell ends the run: a create that is made again
 * may be made twice.
 */
final class Recovery {
  private final StackName stack;
  private final SnapshotRecorder recorder;
  private final ProviderRegistry providers;
  private final EventStream events;
  private final RunControl control;
  private final Clock clock;
  private final boolean preview;

  Recovery(
      StackName stack,
      SnapshotRecorder recorder,
      ProviderRegistry providers,
      EventStream events,
      RunControl control,
      Clock clock,
      boolean preview) {
    this.stack = stack;
    this.recorder = recorder;
    this.providers = providers;
    this.events = events;
    this.control = control;
    this.clock = clock;
    this.preview = preview;
  }

  /** Settles every operation that is pending. */
  void run() {
    for (PendingOperation operation : recorder.pending()) {
      try {
        settle(operation);
      } catch (RuntimeException e) {
        Failure failure = Failure.of(e);
        events.error(
            Optional.of(operation.resource().urn()), "", failure.message(), failure.remedy());
        control.failAndStop();
      }
    }
  }

  private void settle(PendingOperation operation) {
    if (isWithoutProvider(operation.resource())) {
      // It is in the state or it is nowhere.
      recorder.abandon(operation);
      return;
    }
    switch (operation.type()) {
      case CREATING -> settleCreate(operation);
      case UPDATING -> settleUpdate(operation);
      case DELETING -> settleDelete(operation);
      case READING, IMPORTING -> recorder.abandon(operation);
    }
  }

  private static boolean isWithoutProvider(ResourceState resource) {
    return !resource.custom()
        || resource.provider().isEmpty()
        || ProviderReference.isProviderType(resource.type());
  }

  private void settleCreate(PendingOperation operation) {
    ResourceState goal = operation.resource();
    Found found =
        goal.id().isPresent()
            ? known(goal)
            : provider(goal).find(new FindRequest(goal.urn(), goal.inputs(), operation.intent()));
    found.accept(new Settling(operation));
  }

  /** Somebody has said by which id the resource is to be found. */
  private Found known(ResourceState goal) {
    ReadResult read = read(goal, goal.inputs());
    return read.exists() ? new Created(read) : new NotCreated();
  }

  /** What becomes of a create, by what the provider found. */
  private final class Settling implements Found.Visitor<Void> {
    private final PendingOperation operation;

    Settling(PendingOperation operation) {
      this.operation = operation;
    }

    @Override
    public Void visitCreated(Created answer) {
      Urn urn = operation.resource().urn();
      if (isRecorded(urn, answer.resource().id())) {
        // What was found by its name is the one that was there before.
        recorder.abandon(operation);
        return null;
      }
      adopt(operation, answer.resource());
      tell(urn, "an interrupted run had created it, which is recorded now");
      return null;
    }

    @Override
    public Void visitNotCreated(NotCreated answer) {
      recorder.abandon(operation);
      return null;
    }

    @Override
    public Void visitUnknown(Unknown answer) {
      Urn urn = operation.resource().urn();
      String message =
          "unknown: an interrupted run began to create it, and whether it exists cannot be found"
              + " out: "
              + answer.reason();
      String command = "plinth state settle --stack " + stack.stack() + " '" + urn + "'";
      String remedy =
          "look for it; if it exists, run: "
              + command
              + " --id ID; if it does not, run: "
              + command
              + " --gone";
      if (preview) {
        events.warn(Optional.of(urn), message, Optional.of(remedy));
      } else {
        events.error(Optional.of(urn), "", message, Optional.of(remedy));
        control.failAndStop();
      }
      return null;
    }
  }

  /** Whether the state knows a resource of this id that lives. */
  private boolean isRecorded(Urn urn, String id) {
    return recorder.remaining().stream()
        .filter(state -> !state.pendingReplacement())
        .anyMatch(state -> state.type().equals(urn.type()) && state.id().equals(Optional.of(id)));
  }

  private void adopt(PendingOperation operation, ReadResult found) {
    ResourceState goal = operation.resource();
    ResourceState made =
        SecretOutputs.mark(
            goal.toBuilder()
                .id(found.id())
                .inputs(SecretOutputs.markInputs(goal.inputs(), found.inputs()))
                .created(Optional.of(clock.instant()))
                .modified(Optional.of(clock.instant()))
                .build(),
            found.outputs());
    Optional<ResourceState> old =
        recorder.remaining().stream()
            .filter(state -> state.urn().equals(goal.urn()) && !state.delete())
            .findFirst();
    if (old.filter(ResourceState::pendingReplacement).isPresent()) {
      recorder.amend(old.get(), made, Optional.of(operation));
      return;
    }
    old.ifPresent(
        state -> recorder.amend(state, state.toBuilder().delete(true).build(), Optional.empty()));
    recorder.append(made, operation);
  }

  /**
   * What the update was to change is taken for not set, whether it took effect or not: so the next
   * run sets it to what is then asked for.
   */
  private void settleUpdate(PendingOperation operation) {
    ResourceState goal = operation.resource();
    Optional<ResourceState> old = find(goal);
    if (old.isEmpty()) {
      recorder.abandon(operation);
      return;
    }
    ReadResult read = read(old.get(), old.get().inputs());
    if (!read.exists()) {
      recorder.abandon(operation);
      return;
    }
    PropertyMap before = old.get().inputs();
    PropertyMap inputs = SecretOutputs.markInputs(before, read.inputs());
    for (String name : goal.inputs().names()) {
      if (!goal.inputs().get(name).equals(before.get(name))) {
        inputs = inputs.without(name);
      }
    }
    ResourceState now =
        SecretOutputs.mark(old.get().toBuilder().inputs(inputs).build(), read.outputs());
    recorder.amend(old.get(), now, Optional.of(operation));
    tell(goal.urn(), "an interrupted run was updating it, so it is read anew and updated again");
  }

  private void settleDelete(PendingOperation operation) {
    ResourceState left = operation.resource();
    Optional<ResourceState> old = find(left);
    if (old.isEmpty() || old.get().pendingReplacement() || read(old.get()).exists()) {
      recorder.abandon(operation);
      return;
    }
    if (left.pendingReplacement()) {
      recorder.amend(old.get(), left, Optional.of(operation));
    } else {
      recorder.remove(old.get(), Optional.of(operation));
    }
    tell(left.urn(), "an interrupted run had deleted it, which is recorded now");
  }

  /** The state that an operation began with. */
  private Optional<ResourceState> find(ResourceState resource) {
    return recorder.remaining().stream()
        .filter(state -> state.urn().equals(resource.urn()) && state.id().equals(resource.id()))
        .findFirst();
  }

  private ReadResult read(ResourceState state) {
    return read(state, state.inputs());
  }

  private ReadResult read(ResourceState state, PropertyMap inputs) {
    return provider(state)
        .read(new ReadRequest(state.urn(), state.id().orElse(""), inputs, state.outputs()));
  }

  private Provider provider(ResourceState resource) {
    return providers.get(resource.provider().orElseThrow()).provider();
  }

  private void tell(Urn urn, String message) {
    events.emit(
        new EngineEvent.Diagnostic(Severity.INFO, Optional.of(urn), "", message, Optional.empty()));
  }
}
