/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackSession;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A stack that is kept nowhere. */
final class MemorySession implements StackSession {
  private Snapshot snapshot = Snapshot.empty();

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public synchronized void save(Supplier<Snapshot> newest) {
    snapshot = newest.get();
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
  public void remove() {
    snapshot = Snapshot.empty();
  }

  @Override
  public void close() {}
}
