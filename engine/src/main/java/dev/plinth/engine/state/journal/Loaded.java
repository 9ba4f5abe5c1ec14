/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.state.Snapshot;
import java.util.Optional;

/**
 * A stack as it was read.
 *
 * @param version the checkpoint; empty when there is none
 * @param fingerprint the checkpoint's; of no use without one
 * @param checkpoint what the checkpoint holds
 * @param snapshot the checkpoint with what the journal adds
 * @param journaled whether there is a journal
 */
record Loaded(
    Optional<StackMedium.Version> version,
    String fingerprint,
    Snapshot checkpoint,
    Snapshot snapshot,
    boolean journaled) {
  static Loaded nothing() {
    return new Loaded(Optional.empty(), "", Snapshot.empty(), Snapshot.empty(), false);
  }

  Loaded withoutJournal() {
    return new Loaded(version, fingerprint, checkpoint, checkpoint, false);
  }

  boolean exists() {
    return version.isPresent();
  }
}
