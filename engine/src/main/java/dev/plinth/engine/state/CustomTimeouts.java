/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.time.Duration;
import java.util.Optional;

/** How long a resource's operations may take, where the program sets it. */
public record CustomTimeouts(
    Optional<Duration> create,
    Optional<Duration> update,
    Optional<Duration> delete,
    Optional<Duration> read) {
  private static final CustomTimeouts NONE =
      new CustomTimeouts(Optional.empty(), Optional.empty(), Optional.empty());

  /** Timeouts of the operations that a program can limit; reading is not one of them. */
  public CustomTimeouts(
      Optional<Duration> create, Optional<Duration> update, Optional<Duration> delete) {
    this(create, update, delete, Optional.empty());
  }

  public static CustomTimeouts none() {
    return NONE;
  }
}
