/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.WorkingSnapshot;
import dev.plinth.engine.urn.Urn;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Keeps the stack's snapshot up to date while steps run in parallel, and on disk where there is a
 * session.
 *
 * <p>A method returns when its change is on disk; the session groups the writes of steps that end
 * together.
 */
final class SnapshotRecorder {
  private final Optional<StackSession> session;
  private final WorkingSnapshot working;

  /** Where a state of the last run, or one that it was amended to, stands in that order. */
  private final IdentityHashMap<ResourceState, Integer> slots = new IdentityHashMap<>();

  private final Map<Urn, Urn> renamed = new LinkedHashMap<>();

  /**
   * @param session where to write; empty in a preview
   */
  SnapshotRecorder(Snapshot base, Optional<StackSession> session) {
    this.session = session;
    this.working = new WorkingSnapshot(base);
    for (int slot = 0; slot < base.resources().size(); slot++) {
      slots.put(base.resources().get(slot), slot);
    }
  }

  /**
   * Makes sure, before a call that cannot be taken back, that its secrets can be stored.
   *
   * @throws dev.plinth.engine.secret.SecretsException when there is no key
   */
  void requireRoomFor(ResourceState state) {
    if (session.isPresent() && state.inputs().containsSecrets()) {
      session.get().secrets().requireAvailable();
    }
  }

  /** An operation is about to begin. */
  void begin(PendingOperation operation) {
    commit(() -> apply(new StateChange.Begin(operation)));
  }

  /** An operation has ended without changing anything, or had not begun at all. */
  void abandon(PendingOperation operation) {
    boolean begun;
    synchronized (this) {
      begun = working.isPending(operation.intent());
    }
    if (begun) {
      commit(() -> apply(new StateChange.Abandon(operation.intent())));
    }
  }

  /**
   * A resource was created or changed.
   *
   * @param superseded the former state that the new one takes the place of
   * @param condemned the former state that now waits to be deleted
   */
  void put(
      ResourceState state,
      Optional<ResourceState> superseded,
      Optional<ResourceState> condemned,
      Optional<PendingOperation> operation) {
    commit(
        () -> {
          OptionalInt slot = slotOf(condemned);
          long ticket =
              apply(new StateChange.Put(state, slotOf(superseded), slot, intentOf(operation)));
          slot.ifPresent(this::follow);
          return ticket;
        });
  }

  /** A resource is as it was: it moves among the registered. */
  synchronized void keep(ResourceState old) {
    var unused = apply(new StateChange.Keep(slotOf(old)));
  }

  /** A resource of the last run has another state now; it stays where it is. */
  void amend(ResourceState old, ResourceState amended, Optional<PendingOperation> operation) {
    commit(
        () -> {
          int slot = slotOf(old);
          long ticket = apply(new StateChange.Amend(slot, upToDate(amended), intentOf(operation)));
          follow(slot);
          slots.put(amended, slot);
          return ticket;
        });
  }

  /** A resource of the last run has another URN from now on, wherever the last run names it. */
  void rename(Urn from, Urn to) {
    commit(
        () -> {
          renamed.put(from, to);
          long ticket = apply(new StateChange.Rename(from, to));
          List.copyOf(new TreeSet<>(slots.values())).stream()
              .filter(working::isLeft)
              .forEach(this::follow);
          return ticket;
        });
  }

  /** A resource was made by an earlier run, which did not come to record it. */
  void append(ResourceState state, PendingOperation operation) {
    commit(
        () -> {
          long ticket = apply(new StateChange.Append(state, intentOf(Optional.of(operation))));
          follow(working.slots() - 1);
          return ticket;
        });
  }

  /** The operations that have begun and not ended. */
  synchronized List<PendingOperation> pending() {
    return working.pending();
  }

  /** A resource of the last run is gone. */
  void remove(ResourceState old, Optional<PendingOperation> operation) {
    commit(() -> apply(new StateChange.Remove(slotOf(old), intentOf(operation))));
  }

  /** The state that this run has recorded for a URN. */
  synchronized Optional<ResourceState> registered(Urn urn) {
    return working.registered(urn);
  }

  /** What is left of the last run, in its order. */
  synchronized List<ResourceState> remaining() {
    return working.remaining();
  }

  synchronized Snapshot snapshot() {
    return working.snapshot();
  }

  /** Empty too for an operation that is not recorded, such as that of a component. */
  private Optional<String> intentOf(Optional<PendingOperation> operation) {
    return operation.map(PendingOperation::intent).filter(working::isPending);
  }

  private OptionalInt slotOf(Optional<ResourceState> state) {
    return state.isPresent() ? OptionalInt.of(slotOf(state.get())) : OptionalInt.empty();
  }

  private int slotOf(ResourceState state) {
    Integer slot = slots.get(state);
    if (slot == null) {
      throw new IllegalStateException(state.urn() + " is not a state of the last run");
    }
    return slot;
  }

  /**
   * Makes a change and waits until it is on disk.
   *
   * @param change applies it, while nobody else changes anything
   */
  private void commit(LongSupplier change) {
    long ticket;
    synchronized (this) {
      ticket = change.getAsLong();
    }
    session.ifPresent(target -> target.flush(ticket));
  }

  private long apply(StateChange change) {
    working.apply(change);
    return session.map(target -> target.record(change)).orElse(0L);
  }

  /** Its maker may have found the old state before something that it refers to was renamed. */
  private ResourceState upToDate(ResourceState state) {
    ResourceState current = state;
    for (Map.Entry<Urn, Urn> renaming : renamed.entrySet()) {
      current = current.renaming(renaming.getKey(), renaming.getValue());
    }
    return current;
  }

  /** Another state stands in a slot now. */
  private void follow(int slot) {
    slots.put(working.former(slot), slot);
  }
}
