/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets many threads write the newest of something with few writes. One of them writes; those that
 * arrive meanwhile wait for the next write, which one of them makes for all.
 */
final class GroupCommit<T> {
  private final Consumer<T> sink;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();

  private long asked;
  private long settled;
  private long durable;
  private boolean writing;
  private @Nullable Supplier<? extends T> newest;
  private @Nullable Throwable failure;

  /**
   * @param sink writes; never called by two threads at once
   */
  GroupCommit(Consumer<T> sink) {
    this.sink = sink;
  }

  /**
   * Returns when what this supplier, or one that was given later, answered after this call began is
   * written. Throws what the sink or the supplier threw when that write failed. An interrupt is
   * left for the caller to find.
   */
  void commit(Supplier<? extends T> supplier) {
    lock.lock();
    try {
      long ticket = ++asked;
      newest = supplier;
      while (writing && settled < ticket) {
        written.awaitUninterruptibly();
      }
      if (settled < ticket) {
        writeForAll();
      }
      if (durable < ticket) {
        throwFailure();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock, which is open to others while the writing goes on. */
  private void writeForAll() {
    Supplier<? extends T> supplier = newest;
    long covered = asked;
    if (supplier == null) {
      throw new IllegalStateException("nobody asked for this write");
    }
    writing = true;
    Throwable thrown = null;
    lock.unlock();
    try {
      sink.accept(supplier.get());
    } catch (RuntimeException | Error e) {
      thrown = e;
    } finally {
      lock.lock();
    }
    writing = false;
    settled = covered;
    failure = thrown;
    if (thrown == null) {
      durable = covered;
    }
    written.signalAll();
  }

  private void throwFailure() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    throw new IllegalStateException("a write is either durable or failed");
  }
}
