/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.time.Instant;

/**
 * Who holds a stack's lock.
 *
 * @param since when the lock was taken
 */
public record LockHolder(long pid, String username, String hostname, Instant since) {
  @Override
  public String toString() {
    return username + "@" + hostname + " (pid " + pid + ") since " + since;
  }
}
