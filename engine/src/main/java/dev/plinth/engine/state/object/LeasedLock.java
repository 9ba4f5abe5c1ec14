/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.journal.HeldLock;
import dev.plinth.engine.state.layout.LockContent;
import dev.plinth.engine.state.layout.LockContent.Lease;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A lock that holds for a minute and is renewed all the time, so that of a holder that is gone
 * everybody knows a minute later. How old it is says the store's clock, and nobody else's.
 */
final class LeasedLock implements HeldLock {
  /** How long it holds after it was last written. */
  static final Duration LENGTH = Duration.ofSeconds(60);

  private static final Duration RENEWED = Duration.ofSeconds(15);

  /** What is older is renewed before anything is written; clocks may differ by the rest. */
  private static final Duration TRUSTED = Duration.ofSeconds(40);

  private final ObjectStore store;
  private final LockObjects locks;
  private final JournalObjects journal;
  private final StackName stack;
  private final LockHolder self;
  private final LeaseTime time;
  private final String id = UUID.randomUUID().toString();
  private final List<String> notices;
  private final boolean leftovers;
  private final long term;
  private final LeaseTime.Repeated renewing;

  private LeaseTime.Moment written;
  private String tag;
  private long renewal;
  private boolean lost;

  private LeasedLock(
      ObjectStore store,
      LockObjects locks,
      JournalObjects journal,
      StackName stack,
      LockHolder self,
      LeaseTime time) {
    this.store = store;
    this.locks = locks;
    this.journal = journal;
    this.stack = stack;
    this.self = self;
    this.time = time;
    LockObjects.Cleared cleared = locks.clear();
    this.term = cleared.lastTerm() + 1;
    this.notices = cleared.holders().stream().map(LeasedLock::notice).toList();
    this.written = time.now();
    this.tag = create();
    try {
      ConditionsProbe.require(store, key(), content());
      locks.requireOnly(key());
      this.leftovers = !notices.isEmpty() || journal.isMarkedUnlocked();
    } catch (RuntimeException e) {
      withdraw(e);
      throw e;
    }
    this.renewing = time.every(RENEWED, this::renewBeside);
  }

  /**
   * Takes the lock.
   *
   * @throws dev.plinth.engine.state.StackLockedException when somebody else holds it
   */
  static LeasedLock take(ObjectStore store, StackName stack, LockHolder self, LeaseTime time) {
    JournalObjects journal = new JournalObjects(store, stack);
    LockObjects locks = new LockObjects(store, journal, stack);
    return new LeasedLock(store, locks, journal, stack, self, time);
  }

  private static String notice(LockHolder gone) {
    return "took over the lock of "
        + gone
        + ", whose lease has run out; what it was doing may be unfinished";
  }

  private String create() {
    byte[] content = content();
    Optional<String> created = store.put(key(), content, new Condition.Absent());
    // Nobody else writes under this name, so what is there is ours.
    return created.or(() -> store.get(key()).map(ObjectStore.Stored::tag)).orElseThrow(this::gone);
  }

  private void withdraw(RuntimeException reason) {
    try {
      store.delete(List.of(key()));
    } catch (StateException e) {
      reason.addSuppressed(e);
    }
  }

  private String key() {
    return locks.key(id);
  }

  private byte[] content() {
    Lease lease = new Lease(id, term, LENGTH.toSeconds(), renewal);
    return new LockContent(self, Optional.of(lease)).toJson();
  }

  /** Where this holder's lines are. */
  String holder() {
    return JournalObjects.holder(term, id);
  }

  @Override
  public List<String> notices() {
    return notices;
  }

  @Override
  public boolean hasPredecessor() {
    return leftovers;
  }

  @Override
  public synchronized void requireHeld() {
    if (!lost && time.since(written).compareTo(TRUSTED) > 0) {
      renew();
    }
    if (lost) {
      throw gone();
    }
  }

  /** What a failure leaves undone is done when something is to be written. */
  private synchronized void renewBeside() {
    try {
      if (!lost) {
        renew();
      }
    } catch (StateException e) {
      // The lease goes on for a while; requireHeld tells of it when it does not.
    }
  }

  /** That nobody has written the lock since it was ours proves that it was ours all the time. */
  private void renew() {
    LeaseTime.Moment now = time.now();
    renewal++;
    Optional<String> renewed = store.put(key(), content(), new Condition.Unchanged(tag));
    if (renewed.isEmpty()) {
      renewed = store.get(key()).filter(this::isOurs).map(ObjectStore.Stored::tag);
    }
    if (renewed.isEmpty()) {
      lost = true;
      return;
    }
    tag = renewed.get();
    written = now;
  }

  /** After an answer that was lost; who takes a lock over ends its lease. */
  private boolean isOurs(ObjectStore.Stored stored) {
    return LockContent.parse(stored.content())
        .flatMap(LockContent::lease)
        .filter(lease -> lease.id().equals(id) && lease.seconds() > 0)
        .isPresent();
  }

  /** Somebody has put a fence where the next line was to go. */
  synchronized StateException fenced() {
    lost = true;
    return gone();
  }

  private StateException gone() {
    return new StateException(
        "the lock of the stack " + stack + " was taken away while this run held it",
        "another run took it over because this one did not renew its lease, or somebody ran `plinth"
            + " state unlock`, `pulumi cancel` or the like; run the command again when nobody is"
            + " changing the stack",
        null);
  }

  @Override
  public void leave() {
    renewing.close();
  }

  @Override
  public void close() {
    leave();
    journal.forget(holder());
    store.delete(List.of(key()));
  }
}
