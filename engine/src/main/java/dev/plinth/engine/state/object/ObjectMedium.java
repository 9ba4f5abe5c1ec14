/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.journal.HeldLock;
import dev.plinth.engine.state.journal.StackMedium;
import dev.plinth.engine.state.layout.PulumiLayout;
import dev.plinth.engine.state.layout.TagsContent;
import dev.plinth.engine.state.layout.ThisProcess;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of one stack. */
final class ObjectMedium implements StackMedium {
  private final ObjectStore store;
  private final StackName stack;
  private final LeaseTime time;
  private final StateObject state;
  private final JournalObjects journal;
  private final HistoryObjects history;
  private @Nullable Held held;

  /** What only the holder of the lock has. */
  private record Held(LeasedLock lock, JournalTail tail) {}

  ObjectMedium(ObjectStore store, StackName stack, LeaseTime time) {
    this.store = store;
    this.stack = stack;
    this.time = time;
    this.state = new StateObject(store, stack);
    this.journal = new JournalObjects(store, stack);
    this.history = new HistoryObjects(store, stack, state);
  }

  @Override
  public Optional<Version> version() {
    return state.find();
  }

  @Override
  public InputStream open(Version version) throws IOException {
    return state.open(version);
  }

  @Override
  public String restore(Version version) {
    return state.restore(version);
  }

  @Override
  public String place() {
    return state.place();
  }

  @Override
  public void replace(List<byte[]> pieces) {
    state.write(pieces);
  }

  @Override
  public String journalPlace() {
    return journal.place();
  }

  @Override
  public byte[] journal() {
    return journal.read();
  }

  @Override
  public void append(byte[] line) {
    Held ours = held();
    if (!ours.tail().append(line)) {
      throw ours.lock().fenced();
    }
    // If the lease ran out on the way, somebody may have read the journal before the line was
    // there.
    ours.lock().requireHeld();
  }

  @Override
  public void discardJournal() {
    journal.discard(held().lock().holder());
  }

  @Override
  public Map<String, String> tags() {
    String key = PulumiLayout.tags(stack);
    return store
        .get(key)
        .map(stored -> TagsContent.parse(stored.content(), store.place(key)))
        .orElse(Map.of());
  }

  @Override
  public void saveTags(Map<String, String> tags) {
    var unused =
        store.put(PulumiLayout.tags(stack), TagsContent.toJson(tags), new Condition.Always());
  }

  @Override
  public Optional<byte[]> archives() {
    return store.get(PulumiLayout.archives(stack)).map(ObjectStore.Stored::content);
  }

  @Override
  public void saveArchives(byte[] content) {
    var unused = store.put(PulumiLayout.archives(stack), content, new Condition.Always());
  }

  @Override
  public List<String> history() {
    return history.names();
  }

  @Override
  public List<Optional<byte[]>> readHistory(List<String> names) {
    return history.read(names);
  }

  @Override
  public String historyPlace(String name) {
    return history.place(name);
  }

  @Override
  public boolean addHistory(long moment, byte[] entry) {
    return history.add(moment, entry);
  }

  @Override
  public void remove() {
    state.remove();
    store.delete(List.of(PulumiLayout.tags(stack), PulumiLayout.archives(stack)));
    history.remove();
    discardJournal();
  }

  @Override
  public HeldLock lock(Instant now) {
    LeasedLock lock = LeasedLock.take(store, stack, ThisProcess.holder(now), time);
    held = new Held(lock, new JournalTail(store, journal, lock.holder()));
    state.hold();
    return lock;
  }

  private Held held() {
    if (held == null) {
      throw new IllegalStateException("nobody writes without the lock");
    }
    return held;
  }

  @Override
  public List<LockHolder> unlock() {
    return new LockObjects(store, journal, stack).unlock();
  }

  @Override
  public void close() {}
}
