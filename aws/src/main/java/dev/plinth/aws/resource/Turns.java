/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets operations on the same thing take turns, where AWS loses one of two changes that meet. */
public final class Turns {
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  /** Works while nobody else works on the thing. */
  public <T> T take(String thing, Supplier<T> work) {
    ReentrantLock lock = locks.computeIfAbsent(thing, key -> new ReentrantLock());
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
