/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.state.StateChange.Abandon;
import dev.plinth.engine.state.StateChange.Amend;
import dev.plinth.engine.state.StateChange.Append;
import dev.plinth.engine.state.StateChange.Begin;
import dev.plinth.engine.state.StateChange.Keep;
import dev.plinth.engine.state.StateChange.Put;
import dev.plinth.engine.state.StateChange.Remove;
import dev.plinth.engine.state.StateChange.Rename;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot while a run changes it: what the run has registered, in the order of completion, then
 * what is left of the last run. So everything a resource refers to stands before it, but where a
 * run was about a part of the stack only; there the order is mended.
 *
 * <p>A run applies its changes here as it makes them; reading a journal applies the same ones
 * again, and comes to the same snapshot. Not safe for use by several threads at once.
 */
public final class WorkingSnapshot {
  private final Snapshot base;
  private final Map<Urn, ResourceState> fresh = new LinkedHashMap<>();

  /** What the last run left and what has become of it, in its order; null once it is gone. */
  private final List<@Nullable ResourceState> former;

  private final Map<String, PendingOperation> pending = new LinkedHashMap<>();
  private final Applying applying = new Applying();

  public WorkingSnapshot(Snapshot base) {
    this.base = base;
    this.former = new ArrayList<>(base.resources());
    for (PendingOperation operation : base.pendingOperations()) {
      // Another tool's operations have no name, and any will do that nothing else has.
      String name = operation.intent().isEmpty() ? "unnamed-" + pending.size() : operation.intent();
      pending.put(name, new PendingOperation(operation.type(), operation.resource(), name));
    }
  }

  /**
   * Makes one more change.
   *
   * @throws IllegalArgumentException when the change does not fit what is here
   */
  public void apply(StateChange change) {
    change.accept(applying);
  }

  /** The state that this run has recorded for a URN. */
  public Optional<ResourceState> registered(Urn urn) {
    return Optional.ofNullable(fresh.get(urn));
  }

  /** The operations that have begun and not ended. */
  public List<PendingOperation> pending() {
    return List.copyOf(pending.values());
  }

  /** How many slots there are, empty ones included. */
  public int slots() {
    return former.size();
  }

  /** Whether an operation has begun and not ended. */
  public boolean isPending(String intent) {
    return pending.containsKey(intent);
  }

  /**
   * What has become of a state of the last run.
   *
   * @throws IllegalArgumentException when it is gone
   */
  public ResourceState former(int slot) {
    return at(slot);
  }

  /** Whether a state of the last run has not been met, and is not gone. */
  public boolean isLeft(int slot) {
    return former.get(slot) != null;
  }

  /** What is left of the last run, in its order. */
  public List<ResourceState> remaining() {
    List<ResourceState> left = new ArrayList<>();
    for (ResourceState current : former) {
      if (current != null) {
        left.add(current);
      }
    }
    return left;
  }

  public Snapshot snapshot() {
    List<ResourceState> resources = new ArrayList<>(fresh.values());
    resources.addAll(remaining());
    return base.with(DependencyOrder.of(resources), List.copyOf(pending.values()));
  }

  private ResourceState at(int slot) {
    ResourceState state = slot < 0 || slot >= former.size() ? null : former.get(slot);
    if (state == null) {
      throw new IllegalArgumentException("nothing of the last run stands at " + slot);
    }
    return state;
  }

  private void end(Optional<String> intent) {
    intent.ifPresent(
        name -> {
          if (pending.remove(name) == null) {
            throw new IllegalArgumentException("no operation " + name + " has begun");
          }
        });
  }

  /** What each change does. */
  private final class Applying implements StateChange.Visitor<WorkingSnapshot> {
    @Override
    public WorkingSnapshot visitBegin(Begin change) {
      pending.put(change.operation().intent(), change.operation());
      return WorkingSnapshot.this;
    }

    @Override
    public WorkingSnapshot visitAbandon(Abandon change) {
      end(Optional.of(change.intent()));
      return WorkingSnapshot.this;
    }

    @Override
    public WorkingSnapshot visitPut(Put change) {
      end(change.intent());
      // Whatever else was begun with it is over too, now that the resource is known again.
      pending.values().removeIf(left -> left.resource().urn().equals(change.state().urn()));
      change.superseded().ifPresent(this::forget);
      change
          .condemned()
          .ifPresent(slot -> former.set(slot, at(slot).toBuilder().delete(true).build()));
      fresh.put(change.state().urn(), change.state());
      return WorkingSnapshot.this;
    }

    @Override
    public WorkingSnapshot visitKeep(Keep change) {
      ResourceState kept = at(change.slot());
      forget(change.slot());
      fresh.put(kept.urn(), kept);
      return WorkingSnapshot.this;
    }

    @Override
    public WorkingSnapshot visitAmend(Amend change) {
      end(change.intent());
      at(change.slot());
      former.set(change.slot(), change.state());
      return WorkingSnapshot.this;
    }

    @Override
    public WorkingSnapshot visitAppend(Append change) {
      end(change.intent());
      former.add(change.state());
      return WorkingSnapshot.this;
    }

    @Override
    public WorkingSnapshot visitRename(Rename change) {
      Renaming renaming = new Renaming(change.from(), change.to());
      former.replaceAll(state -> state == null ? null : renaming.in(state));
      return WorkingSnapshot.this;
    }

    @Override
    public WorkingSnapshot visitRemove(Remove change) {
      end(change.intent());
      forget(change.slot());
      return WorkingSnapshot.this;
    }

    private void forget(int slot) {
      at(slot);
      former.set(slot, null);
    }
  }
}
