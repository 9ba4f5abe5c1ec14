/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps stacks in a folder. Making one touches no file; the folder appears when a stack is first
 * opened. Files are for their owner alone, and are replaced as a whole.
 */
public final class FileStateStore implements StateStore {
  private final FileLayout layout;
  private final SecretsProviders providers;
  private final Clock clock;

  /** What was read last, so that a preview and the update after it read a stack once. */
  private final Map<StackName, Loaded> loaded = new ConcurrentHashMap<>();

  private record Loaded(StateFile.Found file, Snapshot snapshot) {}

  /**
   * @param root the folder that {@code pulumi login file://…} would be given; it need not exist
   * @param environment where the passphrase is looked for
   * @param clock for the times in manifests and lock files
   */
  public FileStateStore(Path root, Map<String, String> environment, Clock clock) {
    layout = new FileLayout(root.toAbsolutePath().normalize());
    providers = new SecretsProviders(environment);
    this.clock = clock;
  }

  public FileStateStore(Path root, Map<String, String> environment) {
    this(root, environment, Clock.systemUTC());
  }

  @Override
  public String location() {
    return layout.root().toUri().toString();
  }

  @Override
  public List<StackName> stacks() {
    MetaFile.check(layout);
    TreeSet<StackName> stacks = new TreeSet<>();
    for (Path project : list(layout.stacks())) {
      String projectName = project.getFileName().toString();
      if (StackName.isAllowed(projectName)) {
        for (Path file : list(project)) {
          FileLayout.stackOf(file.getFileName().toString())
              .filter(StackName::isAllowed)
              .ifPresent(stack -> stacks.add(new StackName(projectName, stack)));
        }
      }
    }
    return List.copyOf(stacks);
  }

  @Override
  public Optional<Snapshot> load(StackName stack) {
    Optional<StateFile.Found> found = new StateFile(layout, stack).find();
    if (found.isEmpty()) {
      MetaFile.check(layout);
    }
    return found.map(file -> read(stack, file));
  }

  private Snapshot read(StackName stack, StateFile.Found file) {
    Loaded last = loaded.get(stack);
    if (last != null && last.file().isSameAs(file)) {
      return last.snapshot();
    }
    Snapshot snapshot = StateFile.read(file.path(), providers);
    loaded.put(stack, new Loaded(file, snapshot));
    return snapshot;
  }

  @Override
  public Map<String, String> tags(StackName stack) {
    return TagsFile.read(layout.tags(stack));
  }

  @Override
  public StackSession open(StackName stack) {
    MetaFile.check(layout);
    StackLock lock;
    try {
      MetaFile.createIfAbsent(layout);
      lock = StackLock.take(layout, stack, clock.instant());
    } catch (IOException e) {
      throw StorageFailure.of("lock the stack " + stack + " in", layout.locks(stack), e);
    }
    try {
      return new FileSession(layout, stack, lock, load(stack), providers, clock);
    } catch (RuntimeException e) {
      try {
        lock.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private static List<Path> list(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> paths = new java.util.ArrayList<>();
      entries.forEach(paths::add);
      return paths;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw StorageFailure.of("read", folder, e);
    }
  }
}
