/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.WorkingSnapshot;
import dev.plinth.engine.state.checkpoint.CheckpointException;
import dev.plinth.engine.state.checkpoint.CheckpointWriter;
import dev.plinth.engine.state.layout.ArchivesContent;
import dev.plinth.engine.state.layout.HistoryContent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stack, locked: changes go into its journal, and into a new checkpoint in the end. */
final class JournaledSession implements StackSession {
  private final StackName stack;
  private final StackMedium medium;
  private final HeldLock lock;
  private final SecretsManager secrets;
  private final Clock clock;
  private final CheckpointWriter writer;
  private final GroupCommit<Integer> commits = new GroupCommit<>(this::writeJournal);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final boolean recovering;

  // Written by the one who writes, which GroupCommit and the lack of a run see to.
  private volatile Journal journal;
  private volatile Snapshot current;
  private String fingerprint;
  private boolean exists;

  private WorkingSnapshot working;
  private long recorded;

  JournaledSession(
      StackName stack,
      StackMedium medium,
      HeldLock lock,
      Loaded loaded,
      SecretsProviders providers,
      Clock clock) {
    this.stack = stack;
    this.medium = medium;
    this.lock = lock;
    this.clock = clock;
    current = loaded.snapshot();
    exists = loaded.exists();
    fingerprint = loaded.fingerprint();
    recovering = loaded.journaled();
    secrets = providers.of(current.secretsProvider());
    writer = new CheckpointWriter(secrets);
    journal = journal();
    working = new WorkingSnapshot(current);
  }

  private Journal journal() {
    return new Journal(medium, secrets, writer, secrets.state());
  }

  /**
   * Makes the journal that an unfinished run has left part of the checkpoint. Where that run may
   * still go on, the checkpoint is made anew in any case, as another than the one that it knows.
   */
  void takeOver() {
    if (recovering && !exists) {
      // The stack was removed, and what is left of its journal was not.
      medium.discardJournal();
    } else if (recovering || (exists && lock.hasPredecessor())) {
      compact(current, true);
    }
  }

  @Override
  public Snapshot snapshot() {
    return current;
  }

  @Override
  public synchronized long record(StateChange change) {
    requireOpen();
    working.apply(change);
    journal.add(change);
    return ++recorded;
  }

  @Override
  public void flush(long change) {
    requireOpen();
    commits.commit(journal::waiting);
  }

  /** Called by one thread at a time. */
  private void writeJournal(int changes) {
    if (changes == 0) {
      return;
    }
    lock.requireHeld();
    if (!exists) {
      // A stack that is only being made is seen by others too, and its journal has a base.
      replace(current);
    }
    journal.write(changes, new JournalHead(stack.toString(), fingerprint));
  }

  @Override
  public void save(Snapshot snapshot) {
    requireOpen();
    if (exists && !journal.hasBegun() && SameContent.of(current, snapshot)) {
      return;
    }
    lock.requireHeld();
    compact(snapshot, journal.hasBegun());
  }

  /** Puts a new checkpoint in the place of the old one and the journal. */
  private void compact(Snapshot snapshot, boolean journaled) {
    List<byte[]> pieces = checkpoint(snapshot);
    String next = Fingerprint.of(pieces);
    if (journaled) {
      // A crash after the checkpoint is replaced must not leave a journal that nobody knows.
      journal.seal(next);
    }
    medium.replace(pieces);
    exists = true;
    if (journaled) {
      medium.discardJournal();
    }
    begin(snapshot, next);
  }

  private void replace(Snapshot snapshot) {
    List<byte[]> pieces = checkpoint(snapshot);
    medium.replace(pieces);
    exists = true;
    fingerprint = Fingerprint.of(pieces);
  }

  private synchronized void begin(Snapshot snapshot, String checkpoint) {
    current = snapshot;
    fingerprint = checkpoint;
    journal = journal();
    working = new WorkingSnapshot(snapshot);
  }

  /**
   * Takes another stack's snapshot, with its own encryption; nothing else is done with the session.
   */
  void adopt(Snapshot imported, SecretsManager encryption) {
    requireOpen();
    lock.requireHeld();
    List<byte[]> pieces = checkpoint(new CheckpointWriter(encryption), imported);
    medium.replace(pieces);
    exists = true;
    begin(imported, Fingerprint.of(pieces));
  }

  private List<byte[]> checkpoint(Snapshot snapshot) {
    return checkpoint(writer, snapshot);
  }

  private List<byte[]> checkpoint(CheckpointWriter encrypting, Snapshot snapshot) {
    try {
      return encrypting.checkpoint(stack, snapshot, clock.instant());
    } catch (CheckpointException e) {
      throw new StateException(
          "the state of " + stack + " was not written, because it is not sound: " + e.getMessage(),
          "report this as a defect of Plinth; the state written before is intact",
          e);
    }
  }

  @Override
  public SecretsManager secrets() {
    return secrets;
  }

  @Override
  public List<String> notices() {
    return lock.notices();
  }

  @Override
  public void saveTags(Map<String, String> tags) {
    requireOpen();
    lock.requireHeld();
    medium.saveTags(tags);
  }

  @Override
  public void saveArchives(Map<String, ArchiveListing> archives) {
    requireOpen();
    lock.requireHeld();
    medium.saveArchives(ArchivesContent.toJson(archives));
  }

  @Override
  public void addHistory(UpdateInfo update) {
    requireOpen();
    finish();
    if (!exists) {
      return;
    }
    lock.requireHeld();
    byte[] entry = HistoryContent.toJson(update);
    long moment = nanos(clock.instant());
    while (!medium.addHistory(moment, entry)) {
      moment++;
    }
  }

  private static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }

  @Override
  public void remove() {
    requireOpen();
    lock.requireHeld();
    if (journal.hasBegun()) {
      // Of a stack that is half removed, what is left must be true.
      compact(newest(), true);
    }
    medium.remove();
    exists = false;
    begin(Snapshot.empty(), "");
  }

  private synchronized Snapshot newest() {
    return working.snapshot();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      finish();
    } catch (StateException e) {
      // The lock stays for those to see who know nothing of the journal; it is ours no more.
      lock.leave();
      throw new StateException(
          e.getMessage(),
          e.remedy()
              + "; what the run did is safe in "
              + medium.journalPlace()
              + ", and the next command goes on from there",
          e);
    } finally {
      medium.close();
    }
    lock.close();
  }

  /** What nobody waited for, such as that resources are as they were, is no reason to write. */
  private void finish() {
    if (journal.hasBegun()) {
      lock.requireHeld();
      compact(newest(), true);
    }
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("the session of " + stack + " is closed");
    }
  }
}
