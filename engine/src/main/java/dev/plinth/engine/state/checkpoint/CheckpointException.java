/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text is not a deployment that can be used, or a snapshot is not one that can be written.
 * Whoever knows where the text is kept says so to the user.
 */
public final class CheckpointException extends RuntimeException {
  private final @Nullable String remedy;

  private CheckpointException(String message, @Nullable String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  static CheckpointException damaged(String message, @Nullable Throwable cause) {
    return new CheckpointException(message, null, cause);
  }

  static CheckpointException unsupported(String message, String remedy) {
    return new CheckpointException(message, remedy, null);
  }

  /** What the user can do; absent for damage, where that depends on where backups are. */
  public Optional<String> remedy() {
    return Optional.ofNullable(remedy);
  }
}
