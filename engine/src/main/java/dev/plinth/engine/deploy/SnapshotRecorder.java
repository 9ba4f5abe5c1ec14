/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stack's snapshot up to date while steps run in parallel, and on disk where there is a
 * session.
 *
 * <p>The snapshot is: what this run has registered, in the order of completion, then what is left
 * of the last run. So everything a resource refers to stands before it.
 *
 * <p>A method returns when its change, or a later one, is on disk; the session groups the writes of
 * steps that end together.
 */
final class SnapshotRecorder {
  private final Optional<StackSession> session;
  private final Snapshot base;
  private final Map<Urn, ResourceState> fresh = new LinkedHashMap<>();

  /** What the last run left and what has become of it, in its order; null once it is gone. */
  private final @Nullable ResourceState[] former;

  /** Where a state of the last run, or one that it was amended to, stands in that order. */
  private final IdentityHashMap<ResourceState, Integer> slots = new IdentityHashMap<>();

  private final Set<PendingOperation> pending = new LinkedHashSet<>();

  /**
   * @param session where to write; empty in a preview
   */
  SnapshotRecorder(Snapshot base, Optional<StackSession> session) {
    this.session = session;
    this.base = base;
    this.former = base.resources().toArray(new ResourceState[0]);
    // A create of which no result is known stays pending until the resource is created after all.
    base.pendingOperations().stream()
        .filter(operation -> operation.type() == PendingOperation.Type.CREATING)
        .forEach(pending::add);
    for (int slot = 0; slot < former.length; slot++) {
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
    commit(() -> pending.add(operation));
  }

  /** An operation has ended without changing anything. */
  void abandon(PendingOperation operation) {
    commit(() -> pending.remove(operation));
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
          operation.ifPresent(pending::remove);
          superseded.ifPresent(this::forget);
          condemned.ifPresent(old -> replaceIn(old, old.toBuilder().delete(true).build()));
          if (!pending.isEmpty() && session.isPresent()) {
            pending.removeIf(left -> left.resource().urn().equals(state.urn()));
          }
          fresh.put(state.urn(), state);
        });
  }

  /** A resource is as it was: there is nothing to write, but it moves among the registered. */
  synchronized void keep(ResourceState state, ResourceState old) {
    forget(old);
    fresh.put(state.urn(), state);
  }

  /** A resource of the last run has another state now; it stays where it is. */
  void amend(ResourceState old, ResourceState amended, Optional<PendingOperation> operation) {
    commit(
        () -> {
          operation.ifPresent(pending::remove);
          replaceIn(old, amended);
        });
  }

  /** A resource of the last run is gone. */
  void remove(ResourceState old, Optional<PendingOperation> operation) {
    commit(
        () -> {
          operation.ifPresent(pending::remove);
          forget(old);
        });
  }

  /** The state that this run has recorded for a URN. */
  synchronized Optional<ResourceState> registered(Urn urn) {
    return Optional.ofNullable(fresh.get(urn));
  }

  /** What is left of the last run, in its order. */
  synchronized List<ResourceState> remaining() {
    List<ResourceState> left = new ArrayList<>();
    for (ResourceState current : former) {
      if (current != null) {
        left.add(current);
      }
    }
    return left;
  }

  synchronized Snapshot snapshot() {
    List<ResourceState> resources = new ArrayList<>(fresh.values());
    resources.addAll(remaining());
    return base.with(resources, List.copyOf(pending));
  }

  private void replaceIn(ResourceState old, ResourceState amended) {
    int slot = slotOf(old);
    former[slot] = amended;
    slots.put(amended, slot);
  }

  private void forget(ResourceState old) {
    former[slotOf(old)] = null;
  }

  private int slotOf(ResourceState state) {
    Integer slot = slots.get(state);
    if (slot == null) {
      throw new IllegalStateException(state.urn() + " is not a state of the last run");
    }
    return slot;
  }

  private void commit(Runnable change) {
    synchronized (this) {
      change.run();
    }
    session.ifPresent(target -> target.save(this::snapshot));
  }
}
