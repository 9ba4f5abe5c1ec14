/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.journal.JournaledStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps stacks in a folder. Making one touches no file; the folder appears when a stack is first
 * opened. Files are for their owner alone; a state is replaced as a whole.
 */
public final class FileStateStore implements StateStore {
  private final JournaledStore store;

  /**
   * @param root the folder that {@code pulumi login file://…} would be given; it need not exist
   * @param environment where the passphrase is looked for
   * @param clock for the times in manifests and lock files
   */
  public FileStateStore(Path root, Map<String, String> environment, Clock clock) {
    store = new JournaledStore(new FileBackend(root), environment, clock);
  }

  public FileStateStore(Path root, Map<String, String> environment) {
    this(root, environment, Clock.systemUTC());
  }

  @Override
  public String location() {
    return store.location();
  }

  @Override
  public List<StackName> stacks() {
    return store.stacks();
  }

  @Override
  public Optional<Snapshot> load(StackName stack) {
    return store.load(stack);
  }

  @Override
  public Map<String, String> tags(StackName stack) {
    return store.tags(stack);
  }

  @Override
  public Map<String, ArchiveListing> archives(StackName stack) {
    return store.archives(stack);
  }

  @Override
  public List<UpdateInfo> history(StackName stack, long skip, long limit) {
    return store.history(stack, skip, limit);
  }

  @Override
  public StackSession open(StackName stack) {
    return store.open(stack);
  }

  @Override
  public List<LockHolder> unlock(StackName stack) {
    return store.unlock(stack);
  }

  @Override
  public Optional<List<byte[]>> export(StackName stack) {
    return store.export(stack);
  }

  @Override
  public StackName importDeployment(InputStream document) {
    return store.importDeployment(document);
  }
}
