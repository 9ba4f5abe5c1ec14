/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.secret.SecretsManager;
import java.util.List;
import java.util.Map;

/**
 * The right to write one stack, until closed. Safe for use by several threads; the order of their
 * changes is theirs to see to.
 */
public interface StackSession extends AutoCloseable {

  /** The snapshot at the time of opening, or the one saved last; without changes recorded since. */
  Snapshot snapshot();

  /**
   * Takes a change that was made to {@link #snapshot()}, after all those that were recorded before.
   * Nothing is on disk yet when this returns.
   *
   * @return names the change to {@link #flush}
   */
  long record(StateChange change);

  /**
   * Returns when a change, and all before it, are on disk. Calls that arrive while another is
   * writing share the next write, so that many steps which end together cost one.
   *
   * @param change what {@link #record} answered
   * @throws StateException when it cannot be written; what was written before is intact, and the
   *     next call tries again
   * @throws dev.plinth.engine.secret.SecretsException when it has secrets and there is no key; see
   *     {@link #secrets()}
   */
  void flush(long change);

  /**
   * Writes a snapshot as a whole. When this returns it is on disk; when it throws, the one before
   * it is. It throws as {@link #flush} does, and when the snapshot is not sound. A snapshot that
   * holds nothing but what is on disk already is not written again.
   */
  void save(Snapshot snapshot);

  /**
   * What encrypts this stack's secrets. A run that meets its first secret calls {@link
   * SecretsManager#requireAvailable} before its next step, rather than fail when that is saved.
   */
  SecretsManager secrets();

  /** What the user should know of how the lock was taken, in sentences; usually empty. */
  List<String> notices();

  /** Sets the stack's tags; the earlier ones are forgotten. */
  void saveTags(Map<String, String> tags);

  /** Keeps what is in the stack's archives, by hash; what was kept before is forgotten. */
  void saveArchives(Map<String, ArchiveListing> archives);

  /**
   * Adds a run to the stack's history, with a copy of the state that it left. What was recorded is
   * made part of the state first. A stack that has no state has no history.
   *
   * @throws StateException when it cannot be written; the state is not harmed by that
   */
  void addHistory(UpdateInfo update);

  /** Removes the stack with all that belongs to it, its history too. */
  void remove();

  /** Gives the lock back. */
  @Override
  void close();
}
