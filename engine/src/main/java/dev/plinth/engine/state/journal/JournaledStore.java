/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps stacks as checkpoints with journals, in any backend. Making one touches nothing. */
public final class JournaledStore implements StateStore {
  private final Backend backend;
  private final SecretsProviders providers;
  private final Clock clock;

  /** What was read last, so that a preview and the update after it read a stack once. */
  private final Map<StackName, Loaded> loaded = new ConcurrentHashMap<>();

  /**
   * @param environment where the passphrase is looked for
   * @param clock for the times in manifests and locks
   */
  public JournaledStore(Backend backend, Map<String, String> environment, Clock clock) {
    this.backend = backend;
    this.providers = new SecretsProviders(environment);
    this.clock = clock;
  }

  @Override
  public String location() {
    return backend.location();
  }

  @Override
  public List<StackName> stacks() {
    backend.check();
    return backend.stacks();
  }

  @Override
  public Optional<Snapshot> load(StackName stack) {
    Loaded now = read(stack);
    if (!now.exists()) {
      backend.check();
      return Optional.empty();
    }
    return Optional.of(now.snapshot());
  }

  private Loaded read(StackName stack) {
    Optional<Loaded> last = Optional.ofNullable(loaded.get(stack));
    Loaded now = new StackReader(backend.medium(stack), providers).read(last);
    loaded.put(stack, now);
    return now;
  }

  @Override
  public Map<String, String> tags(StackName stack) {
    return backend.medium(stack).tags();
  }

  @Override
  public StackSession open(StackName stack) {
    backend.check();
    backend.prepare();
    StackMedium medium = backend.medium(stack);
    HeldLock lock = medium.lock(clock.instant());
    try {
      JournaledSession session =
          new JournaledSession(stack, medium, lock, read(stack), providers, clock);
      session.takeOver();
      return session;
    } catch (RuntimeException e) {
      try {
        lock.close();
      } catch (RuntimeException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  @Override
  public List<LockHolder> unlock(StackName stack) {
    backend.check();
    return backend.medium(stack).unlock();
  }
}
