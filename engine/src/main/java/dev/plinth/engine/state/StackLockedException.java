/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

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

  public LockHolder holder() {
    return holder;
  }
}
