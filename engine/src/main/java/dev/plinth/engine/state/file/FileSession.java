/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.WorkingSnapshot;
import dev.plinth.engine.state.checkpoint.CheckpointException;
import dev.plinth.engine.state.checkpoint.CheckpointWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stack in a folder, locked. */
final class FileSession implements StackSession {
  private final FileLayout layout;
  private final StackName stack;
  private final StackLock lock;
  private final SecretsManager secrets;
  private final Clock clock;
  private final CheckpointWriter writer;
  private final StateFile file;
  private final GroupCommit<Snapshot> commits = new GroupCommit<>(this::write);
  private final AtomicBoolean closed = new AtomicBoolean();
  private WorkingSnapshot working;
  private long recorded;
  private volatile Snapshot current;
  private volatile boolean exists;

  FileSession(
      FileLayout layout,
      StackName stack,
      StackLock lock,
      Optional<Snapshot> loaded,
      SecretsProviders providers,
      Clock clock) {
    this.layout = layout;
    this.stack = stack;
    this.lock = lock;
    this.clock = clock;
    current = loaded.orElseGet(Snapshot::empty);
    working = new WorkingSnapshot(current);
    exists = loaded.isPresent();
    secrets = providers.of(current.secretsProvider());
    writer = new CheckpointWriter(secrets);
    file = new StateFile(layout, stack);
  }

  @Override
  public Snapshot snapshot() {
    return current;
  }

  @Override
  public synchronized long record(StateChange change) {
    requireOpen();
    working.apply(change);
    return ++recorded;
  }

  @Override
  public void flush(long change) {
    requireOpen();
    commits.commit(this::newest);
  }

  private synchronized Snapshot newest() {
    return working.snapshot();
  }

  @Override
  public void save(Snapshot snapshot) {
    requireOpen();
    commits.commit(() -> snapshot);
    synchronized (this) {
      working = new WorkingSnapshot(snapshot);
    }
  }

  /** Called by one thread at a time. */
  private void write(Snapshot snapshot) {
    if (exists && SameContent.of(current, snapshot)) {
      current = snapshot;
      return;
    }
    try {
      file.write(writer.checkpoint(stack, snapshot, clock.instant()));
    } catch (CheckpointException e) {
      throw new StateException(
          "the state of " + stack + " was not written, because it is not sound: " + e.getMessage(),
          "report this as a defect of Plinth; the state written before is intact",
          e);
    } catch (IOException e) {
      throw StorageFailure.of("write", layout.state(stack), e);
    }
    current = snapshot;
    exists = true;
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
    try {
      TagsFile.write(layout.tags(stack), tags);
    } catch (IOException e) {
      throw StorageFailure.of("write", layout.tags(stack), e);
    }
  }

  @Override
  public void remove() {
    requireOpen();
    Path tags = layout.tags(stack);
    try {
      file.remove();
      Files.deleteIfExists(tags);
      exists = false;
      current = Snapshot.empty();
    } catch (IOException e) {
      throw StorageFailure.of("remove the stack " + stack + " from", FileLayout.folderOf(tags), e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        lock.close();
      } catch (IOException e) {
        throw StorageFailure.of("give back the lock in", layout.locks(stack), e);
      }
    }
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("the session of " + stack + " is closed");
    }
  }
}
