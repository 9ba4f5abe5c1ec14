/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.urn.Urn;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One change of a stack's state. A state that the last run left is named by its slot: its place in
 * the snapshot that the run began with, which stays the same whatever becomes of the state.
 *
 * <p>An {@code intent} names the operation that has ended with the change.
 */
public sealed interface StateChange {

  /** An operation is about to begin. */
  record Begin(PendingOperation operation) implements StateChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBegin(this);
    }
  }

  /** An operation has ended without changing anything. */
  record Abandon(String intent) implements StateChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAbandon(this);
    }
  }

  /**
   * A resource was created or changed.
   *
   * @param superseded the state that the new one takes the place of
   * @param condemned the state that waits to be deleted from now on
   */
  record Put(
      ResourceState state, OptionalInt superseded, OptionalInt condemned, Optional<String> intent)
      implements StateChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitPut(this);
    }
  }

  /** A resource is as it was, and is among those that this run has met. */
  record Keep(int slot) implements StateChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitKeep(this);
    }
  }

  /** A resource that this run has not met has another state now; it stays where it is. */
  record Amend(int slot, ResourceState state, Optional<String> intent) implements StateChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAmend(this);
    }
  }

  /** A resource that this run has not met goes by another URN, wherever the last run named it. */
  record Rename(Urn from, Urn to) implements StateChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRename(this);
    }
  }

  /**
   * A resource was made by an earlier run, which did not come to record it; it stands behind all
   * that run has left, in a slot of its own.
   */
  record Append(ResourceState state, Optional<String> intent) implements StateChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAppend(this);
    }
  }

  /** A resource that this run has not met is gone. */
  record Remove(int slot, Optional<String> intent) implements StateChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRemove(this);
    }
  }

  /** One method per change; a new change does not compile until everybody handles it. */
  interface Visitor<R> {
    R visitBegin(Begin change);

    R visitAbandon(Abandon change);

    R visitPut(Put change);

    R visitKeep(Keep change);

    R visitAmend(Amend change);

    R visitRename(Rename change);

    R visitAppend(Append change);

    R visitRemove(Remove change);
  }

  <R> R accept(Visitor<R> visitor);
}
