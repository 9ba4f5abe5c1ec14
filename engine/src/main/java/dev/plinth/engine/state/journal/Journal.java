/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.secret.SecretsProviderState;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.checkpoint.CheckpointWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of one run. Changes are taken in order by any thread and written by one at a time; a
 * change that could not be written stays where it is, and is tried again with the next.
 */
final class Journal {
  private final StackMedium medium;
  private final SecretsManager secrets;
  private final CheckpointWriter checkpoints;
  private final List<StateChange> waiting = new ArrayList<>();
  private final Map<String, ResourceState> intended = new HashMap<>();
  private Optional<SecretsProviderState> known;
  private boolean begun;

  /**
   * @param known how the checkpoint says that secrets are encrypted
   */
  Journal(
      StackMedium medium,
      SecretsManager secrets,
      CheckpointWriter checkpoints,
      Optional<SecretsProviderState> known) {
    this.medium = medium;
    this.secrets = secrets;
    this.checkpoints = checkpoints;
    this.known = known;
  }

  synchronized void add(StateChange change) {
    waiting.add(change);
  }

  /** How many changes are to be written. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Whether anything has been written. */
  boolean hasBegun() {
    return begun;
  }

  /**
   * Writes the changes that came first. Not called by two threads at once.
   *
   * @param head what to begin with, if nothing has been written yet
   */
  void write(int count, JournalHead head) {
    List<StateChange> changes;
    synchronized (this) {
      changes = List.copyOf(waiting.subList(0, Math.min(count, waiting.size())));
    }
    if (changes.isEmpty()) {
      return;
    }
    // A line that fails is made anew, so what it ends must be there the next time too.
    Map<String, ResourceState> after = new HashMap<>(intended);
    ChangeWriter line = new ChangeWriter(checkpoints, after);
    line.begin();
    if (!begun) {
      line.head(head);
    }
    changes.forEach(line::change);
    // Last, because encrypting the first secret makes the salt.
    Optional<SecretsProviderState> now = secrets.state();
    if (!now.equals(known)) {
      now.ifPresent(line::secrets);
    }
    medium.append(line.end());
    begun = true;
    known = now;
    intended.clear();
    intended.putAll(after);
    synchronized (this) {
      waiting.subList(0, changes.size()).clear();
    }
  }

  /** Says that a checkpoint with all that was written is about to take its place. */
  void seal(String fingerprint) {
    ChangeWriter line = new ChangeWriter(checkpoints, new HashMap<>());
    line.begin();
    line.compacted(fingerprint);
    medium.append(line.end());
  }
}
