/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a stack's lock.
 *
 * @param since when the lock was taken
 * @param started when the process started, which tells it from another of the same number; empty
 *     where a tool does not say
 */
public record LockHolder(
    long pid, String username, String hostname, Instant since, Optional<Instant> started) {
  @Override
  public String toString() {
    return username + "@" + hostname + " (pid " + pid + ") since " + since;
  }
}
