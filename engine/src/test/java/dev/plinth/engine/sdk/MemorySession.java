/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.UpdateInfo;
import java.util.List;
import java.util.Map;

/** A stack that is kept nowhere. */
final class MemorySession implements StackSession {
  private Snapshot snapshot = Snapshot.empty();

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public long record(StateChange change) {
    return 0;
  }

  @Override
  public void flush(long change) {}

  @Override
  public void save(Snapshot newest) {
    snapshot = newest;
  }

  @Override
  public SecretsManager secrets() {
    return new SecretsProviders(Map.of("PULUMI_CONFIG_PASSPHRASE", "open sesame")).create();
  }

  @Override
  public List<String> notices() {
    return List.of();
  }

  @Override
  public void saveTags(Map<String, String> tags) {}

  @Override
  public void saveArchives(Map<String, ArchiveListing> archives) {}

  @Override
  public void addHistory(UpdateInfo update) {}

  @Override
  public void remove() {
    snapshot = Snapshot.empty();
  }

  @Override
  public void close() {}
}
