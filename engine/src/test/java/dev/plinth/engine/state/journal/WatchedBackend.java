/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.StackName;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A backend that tells of everything that is written, before it is and after. */
public final class WatchedBackend implements Backend {
  private final Backend target;
  private final Watcher watcher;

  /** Is told of writes; what it throws, the writer meets. */
  public interface Watcher {
    /** Nothing is written yet. */
    void before(String write, List<byte[]> bytes);

    /** All is written. */
    default void after(String write) {}
  }

  public WatchedBackend(Backend target, Watcher watcher) {
    this.target = target;
    this.watcher = watcher;
  }

  @Override
  public String location() {
    return target.location();
  }

  @Override
  public void check() {
    target.check();
  }

  @Override
  public void prepare() {
    watch("prepare", List.of(), target::prepare);
  }

  @Override
  public List<StackName> stacks() {
    return target.stacks();
  }

  @Override
  public StackMedium medium(StackName stack) {
    return new WatchedMedium(target.medium(stack));
  }

  private void watch(String write, List<byte[]> bytes, Runnable action) {
    watcher.before(write, bytes);
    action.run();
    watcher.after(write);
  }

  private final class WatchedMedium implements StackMedium {
    private final StackMedium target;

    WatchedMedium(StackMedium target) {
      this.target = target;
    }

    @Override
    public Optional<Version> version() {
      return target.version();
    }

    @Override
    public InputStream open(Version version) throws IOException {
      return target.open(version);
    }

    @Override
    public String restore(Version version) {
      return target.restore(version);
    }

    @Override
    public String place() {
      return target.place();
    }

    @Override
    public void replace(List<byte[]> pieces) {
      watch("replace", pieces, () -> target.replace(pieces));
    }

    @Override
    public String journalPlace() {
      return target.journalPlace();
    }

    @Override
    public byte[] journal() {
      return target.journal();
    }

    @Override
    public void append(byte[] line) {
      watch("append", List.of(line), () -> target.append(line));
    }

    @Override
    public void discardJournal() {
      watch("discardJournal", List.of(), target::discardJournal);
    }

    @Override
    public Map<String, String> tags() {
      return target.tags();
    }

    @Override
    public void saveTags(Map<String, String> tags) {
      watch("saveTags", List.of(), () -> target.saveTags(tags));
    }

    @Override
    public Optional<byte[]> archives() {
      return target.archives();
    }

    @Override
    public void saveArchives(byte[] content) {
      watch("saveArchives", List.of(content), () -> target.saveArchives(content));
    }

    @Override
    public List<String> history() {
      return target.history();
    }

    @Override
    public List<Optional<byte[]>> readHistory(List<String> names) {
      return target.readHistory(names);
    }

    @Override
    public String historyPlace(String name) {
      return target.historyPlace(name);
    }

    @Override
    public boolean addHistory(long moment, byte[] entry) {
      watcher.before("addHistory", List.of(entry));
      boolean added = target.addHistory(moment, entry);
      watcher.after("addHistory");
      return added;
    }

    @Override
    public void remove() {
      watch("remove", List.of(), target::remove);
    }

    @Override
    public HeldLock lock(Instant now) {
      watcher.before("lock", List.of());
      HeldLock lock = target.lock(now);
      watcher.after("lock");
      return lock;
    }

    @Override
    public List<LockHolder> unlock() {
      return target.unlock();
    }

    @Override
    public void close() {
      target.close();
    }
  }
}
