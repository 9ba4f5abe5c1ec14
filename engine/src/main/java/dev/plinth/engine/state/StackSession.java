/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.secret.SecretsManager;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The right to write one stack, until closed. Safe for use by several threads; the order of their
 * calls is theirs to see to, but for {@link #save(Supplier)}.
 */
public interface StackSession extends AutoCloseable {

  /** The snapshot at the time of opening, or the one written last. */
  Snapshot snapshot();

  /**
   * Writes a snapshot. When this returns it is on disk, whole, or a newer one is; when it throws,
   * the one before it is. A snapshot that holds nothing but what is on disk already is not written
   * again.
   *
   * @throws StateException when it cannot be written, or is not sound
   * @throws dev.plinth.engine.secret.SecretsException when it has secrets and there is no key; see
   *     {@link #secrets()}
   */
  default void save(Snapshot snapshot) {
    save(() -> snapshot);
  }

  /**
   * Writes the newest snapshot there is. Returns when a snapshot that was asked for after this call
   * began is on disk; throws as {@link #save(Snapshot)} does. Calls that arrive while another is
   * writing share the next write, so that many steps which end together cost one write and one
   * flush to the disk.
   *
   * @param newest answers with all that is known at the moment of asking; asked on any one of the
   *     calling threads, never on two at once, and perhaps not at all when a later call's supplier
   *     is asked instead
   */
  void save(Supplier<Snapshot> newest);

  /**
   * What encrypts this stack's secrets. A run that meets its first secret calls {@link
   * SecretsManager#requireAvailable} before its next step, rather than fail when that is saved.
   */
  SecretsManager secrets();

  /** What the user should know of how the lock was taken, in sentences; usually empty. */
  List<String> notices();

  /** Sets the stack's tags; the earlier ones are forgotten. */
  void saveTags(Map<String, String> tags);

  /** Removes the stack with all that belongs to it, but for its history. */
  void remove();

  /** Gives the lock back. */
  @Override
  void close();
}
