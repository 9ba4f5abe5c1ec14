/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.StackLockedException;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.layout.LockContent;
import dev.plinth.engine.state.layout.LockContent.Lease;
import dev.plinth.engine.state.layout.PulumiLayout;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import dev.plinth.engine.state.object.ObjectStore.Listed;
import dev.plinth.engine.state.object.ObjectStore.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All locks of a stack: one object for each who holds it or tries to, Pulumi among them. Somebody
 * else's lock is removed only when its holder's journal is fenced, so that there is never one who
 * can write without a lock.
 */
final class LockObjects {
  private final ObjectStore store;
  private final JournalObjects journal;
  private final StackName stack;
  private final String folder;

  LockObjects(ObjectStore store, JournalObjects journal, StackName stack) {
    this.store = store;
    this.journal = journal;
    this.stack = stack;
    this.folder = PulumiLayout.locks(stack) + "/";
  }

  String key(String id) {
    return folder + id + ".json";
  }

  /** A lock, and what is left of it. */
  private record Found(String key, LockContent content, String tag, Duration age) {
    Optional<Duration> left() {
      return content.lease().map(lease -> Duration.ofSeconds(lease.seconds()).minus(age));
    }

    /** Pulumi's locks hold until they are given back, and so do those that cannot be read. */
    boolean isOver() {
      return left().filter(time -> time.isNegative() || time.isZero()).isPresent();
    }
  }

  private List<Found> all() {
    List<Found> found = new ArrayList<>();
    for (Listed listed : store.list(folder)) {
      store.get(listed.key()).ifPresent(stored -> found.add(read(listed.key(), stored)));
    }
    return found;
  }

  private static Found read(String key, Stored stored) {
    LockContent content =
        LockContent.parse(stored.content())
            .orElseGet(() -> LockContent.of(LockContent.unknownHolder()));
    return new Found(key, content, stored.tag(), stored.age());
  }

  /** Whose locks have been taken over, and the highest term of all who ever held the stack. */
  record Cleared(List<LockHolder> holders, long lastTerm) {}

  /**
   * Takes over the locks whose leases have run out.
   *
   * @throws StackLockedException when there is another one
   */
  Cleared clear() {
    long lastTerm = journal.lastTerm();
    List<LockHolder> holders = new ArrayList<>();
    for (Found found : all()) {
      lastTerm = Math.max(lastTerm, found.content().lease().map(Lease::term).orElse(0L));
      if (!found.isOver() || !takeOver(found)) {
        throw locked(found);
      }
      holders.add(found.content().holder());
    }
    return new Cleared(holders, lastTerm);
  }

  /**
   * Makes sure that nobody else has written a lock meanwhile.
   *
   * @throws StackLockedException when somebody has
   */
  void requireOnly(String own) {
    for (Found found : all()) {
      if (!found.key().equals(own)) {
        throw locked(found);
      }
    }
  }

  private StackLockedException locked(Found found) {
    String place = store.place(found.key());
    LockHolder holder = found.content().holder();
    return found
        .left()
        .map(left -> StackLockedException.leased(stack, holder, place, left))
        .orElseGet(() -> new StackLockedException(stack, holder, place));
  }

  /** Ends a lease that nobody has renewed; false when its holder has just now. */
  private boolean takeOver(Found found) {
    Lease lease = found.content().lease().orElseThrow();
    Lease over = new Lease(lease.id(), lease.term(), 0, lease.renewal());
    LockContent ended = new LockContent(found.content().holder(), Optional.of(over));
    if (lease.seconds() > 0
        && store.put(found.key(), ended.toJson(), new Condition.Unchanged(found.tag())).isEmpty()) {
      return false;
    }
    remove(found);
    return true;
  }

  private void remove(Found found) {
    found
        .content()
        .lease()
        .ifPresent(lease -> journal.fence(JournalObjects.holder(lease.term(), lease.id())));
    store.delete(List.of(found.key()));
  }

  /**
   * Takes all locks away, unless a holder was heard of within its lease.
   *
   * @return who held them
   */
  List<LockHolder> unlock() {
    List<Found> locks = all();
    for (Found found : locks) {
      if (found.left().isPresent() && !found.isOver()) {
        throw locked(found);
      }
    }
    if (!locks.isEmpty()) {
      journal.markUnlocked();
    }
    locks.forEach(this::remove);
    return locks.stream().map(found -> found.content().holder()).toList();
  }
}
