/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.time.Duration;

/** Somebody else is changing the stack. */
public final class StackLockedException extends StateException {
  private final transient LockHolder holder;

  public StackLockedException(StackName stack, LockHolder holder, String lockFile) {
    super(
        "the stack " + stack + " is locked by " + holder,
        "wait until that run has ended; if it cannot be running any more, run: plinth state unlock"
            + " --stack "
            + stack.stack()
            + "; the lock is "
            + lockFile,
        null);
    this.holder = holder;
  }

  private StackLockedException(String message, String remedy, LockHolder holder) {
    super(message, remedy, null);
    this.holder = holder;
  }

  /**
   * A lock that is a lease.
   *
   * @param left how long it holds unless it is renewed
   */
  public static StackLockedException leased(
      StackName stack, LockHolder holder, String place, Duration left) {
    long seconds = Math.max(1, left.toSeconds());
    return new StackLockedException(
        "the stack " + stack + " is locked by " + holder,
        "wait until that run has ended; if it was killed, its lease runs out in "
            + seconds
            + " s, and the next command takes over; the lock is "
            + place,
        holder);
  }

  public LockHolder holder() {
    return holder;
  }
}
