/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import java.util.List;

/** A stack's lock, held until closed. */
public interface HeldLock extends AutoCloseable {
  /** What the user should know of how it was taken, in sentences; usually empty. */
  List<String> notices();

  /**
   * Whether somebody held it before who may not know that it is over, and may come to write a
   * checkpoint: one that continues what is there now must not fit any more.
   */
  default boolean hasPredecessor() {
    return false;
  }

  /**
   * Makes sure that nobody has taken the lock away; asked before everything that is written.
   *
   * @throws dev.plinth.engine.state.StateException when somebody has
   */
  void requireHeld();

  /**
   * Ends holding it without giving it back: what the lock was for is not finished. The next run of
   * Plinth takes it over; other tools wait for a person.
   */
  void leave();

  /** Gives the lock back. */
  @Override
  void close();
}
