/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import org.jspecify.annotations.Nullable;

/** A journal cannot be read, for more than that its end is missing. */
final class DamagedJournalException extends RuntimeException {
  DamagedJournalException(String message) {
    this(message, null);
  }

  DamagedJournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
