/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.checkpoint.CheckpointException;
import dev.plinth.engine.state.checkpoint.CheckpointJson;
import dev.plinth.engine.state.checkpoint.CheckpointWriter;
import dev.plinth.engine.state.layout.ArchivesContent;
import dev.plinth.engine.state.layout.HistoryContent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
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
  public Map<String, ArchiveListing> archives(StackName stack) {
    return backend.medium(stack).archives().map(ArchivesContent::parse).orElse(Map.of());
  }

  @Override
  public List<UpdateInfo> history(StackName stack, long skip, long limit) {
    StackMedium medium = backend.medium(stack);
    List<String> names = medium.history().stream().skip(skip).limit(limit).toList();
    List<Optional<byte[]>> contents = medium.readHistory(names);
    List<UpdateInfo> updates = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String place = medium.historyPlace(names.get(i));
      contents.get(i).map(content -> HistoryContent.parse(content, place)).ifPresent(updates::add);
    }
    return updates;
  }

  @Override
  public StackSession open(StackName stack) {
    return openSession(stack);
  }

  private JournaledSession openSession(StackName stack) {
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

  @Override
  public Optional<List<byte[]>> export(StackName stack) {
    Loaded now = read(stack);
    if (!now.exists()) {
      return Optional.empty();
    }
    Snapshot snapshot = now.snapshot();
    CheckpointWriter writer = new CheckpointWriter(providers.of(snapshot.secretsProvider()));
    return Optional.of(writer.export(snapshot, clock.instant()));
  }

  @Override
  public StackName importDeployment(InputStream document) {
    Snapshot imported = parse(document);
    StackName stack = stackOf(imported);
    try (JournaledSession session = openSession(stack)) {
      session.adopt(imported, providers.of(imported.secretsProvider()));
    }
    return stack;
  }

  private static StackName stackOf(Snapshot imported) {
    List<StackName> named =
        imported.resources().stream()
            .map(state -> new StackName(state.urn().project(), state.urn().stack()))
            .distinct()
            .toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    throw new StateException(
        named.isEmpty()
            ? "the deployment has no resources, so it does not say which stack it is of"
            : "the deployment has resources of several stacks: " + named,
        "give what `plinth state export` or `pulumi stack export` wrote",
        null);
  }

  private Snapshot parse(InputStream document) {
    try {
      return CheckpointJson.read(document, providers);
    } catch (CheckpointException e) {
      throw new StateException(
          "the deployment cannot be used: " + e.getMessage(),
          e.remedy().orElse("give what `plinth state export` or `pulumi stack export` wrote"),
          e);
    } catch (IOException e) {
      throw new StateException(
          "the deployment cannot be read: " + e.getMessage(), "see to the file", e);
    }
  }
}
