/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.checkpoint.CheckpointException;
import dev.plinth.engine.state.checkpoint.CheckpointJson;
import dev.plinth.engine.state.checkpoint.SnapshotIntegrity;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Puts a stack's checkpoint and its journal together, while others may be writing both. */
final class StackReader {
  /**
   * A writer needs to be met this often, each time between its two writes, to be taken for none.
   */
  private static final int ATTEMPTS = 5;

  private final StackMedium medium;
  private final SecretsProviders providers;

  StackReader(StackMedium medium, SecretsProviders providers) {
    this.medium = medium;
    this.providers = providers;
  }

  /**
   * Reads the stack as it is now.
   *
   * @param last what was read earlier, which saves reading the same checkpoint again
   */
  Loaded read(Optional<Loaded> last) {
    for (int attempt = 1; ; attempt++) {
      // The journal first: a checkpoint that is read later may hold all of it, but never less.
      byte[] journal = medium.journal();
      Loaded checkpoint = readCheckpoint(last);
      if (journal.length == 0) {
        return checkpoint;
      }
      Replay replay = parse(journal);
      if (replay.isEmpty() || replay.isIn(checkpoint.fingerprint())) {
        return withJournal(checkpoint, checkpoint.checkpoint());
      }
      if (checkpoint.exists() && replay.continues(checkpoint.fingerprint())) {
        return withJournal(checkpoint, apply(replay, checkpoint.checkpoint()));
      }
      if (attempt == ATTEMPTS) {
        throw stranger();
      }
    }
  }

  private static Loaded withJournal(Loaded checkpoint, Snapshot snapshot) {
    return new Loaded(
        checkpoint.version(), checkpoint.fingerprint(), checkpoint.checkpoint(), snapshot, true);
  }

  private Loaded readCheckpoint(Optional<Loaded> last) {
    Optional<StackMedium.Version> version = medium.version();
    if (version.isEmpty()) {
      return Loaded.nothing();
    }
    if (last.filter(loaded -> loaded.version().equals(version)).isPresent()) {
      return last.get().withoutJournal();
    }
    MessageDigest digest = Fingerprint.begin();
    Snapshot snapshot = readCheckpoint(version.get(), digest);
    return new Loaded(version, Fingerprint.of(digest), snapshot, snapshot, false);
  }

  private Snapshot readCheckpoint(StackMedium.Version version, MessageDigest digest) {
    try (InputStream in = new DigestInputStream(medium.open(version), digest)) {
      Snapshot snapshot = CheckpointJson.read(in, providers);
      long unused = in.transferTo(OutputStream.nullOutputStream());
      return snapshot;
    } catch (CheckpointException e) {
      throw new StateException(
          "the state " + version.place() + " cannot be used: " + e.getMessage(),
          e.remedy().orElseGet(() -> medium.restore(version)),
          e);
    } catch (ZipException | EOFException e) {
      throw new StateException(
          "the state " + version.place() + " cannot be unpacked", medium.restore(version), e);
    } catch (IOException e) {
      throw new StateException(
          "cannot read " + version.place() + ": " + e.getMessage(), "run the command again", e);
    }
  }

  private Replay parse(byte[] journal) {
    try {
      return Replay.read(journal, providers);
    } catch (DamagedJournalException e) {
      throw damaged(e);
    }
  }

  private Snapshot apply(Replay replay, Snapshot base) {
    try {
      Snapshot snapshot = replay.over(base);
      List<String> problems = SnapshotIntegrity.problems(snapshot);
      if (!problems.isEmpty()) {
        throw new DamagedJournalException("what it comes to is not sound: " + problems.get(0));
      }
      return snapshot;
    } catch (DamagedJournalException e) {
      throw damaged(e);
    }
  }

  private StateException damaged(DamagedJournalException cause) {
    return new StateException(
        "the journal " + medium.journalPlace() + " cannot be used: " + cause.getMessage(),
        "it tells what a run did after the state in "
            + medium.place()
            + " was written, so do not delete it before you have looked at what it names",
        cause);
  }

  private StateException stranger() {
    return new StateException(
        "the journal "
            + medium.journalPlace()
            + " continues another state than the one in "
            + medium.place()
            + ", so something else wrote the state while a run of Plinth was unfinished",
        "put the state back that the journal continues, such as the .bak beside it; or, to go on"
            + " with the state as it is and forget that run, move the journal away",
        null);
  }
}
