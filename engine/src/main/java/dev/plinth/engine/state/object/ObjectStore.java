/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Objects by key. What is written is seen by everybody who reads afterwards, lists included.
 *
 * <p>Every method throws {@link dev.plinth.engine.state.StateException} when it cannot do what it
 * is asked, after it has tried more than once; a write that fails so may have happened all the
 * same.
 */
public interface ObjectStore {

  /**
   * An object as it was read.
   *
   * @param tag differs from that of every other content that the object has had
   * @param age how long ago it was written, by the store's own clock
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Stored(byte[] content, String tag, Duration age) {}

  /** An object in a list; {@link Stored} says what its parts are. */
  record Listed(String key, long size, String tag, Duration age) {}

  /** What must hold for a write to happen. */
  sealed interface Condition {
    /** There is no such object. */
    record Absent() implements Condition {}

    /** The object is as it was when it had this tag. */
    record Unchanged(String tag) implements Condition {}

    /** Nothing. */
    record Always() implements Condition {}
  }

  /** Where an object is, for messages. */
  String place(String key);

  /** Reads an object; empty when there is none. */
  Optional<Stored> get(String key);

  /**
   * Reads several objects, many at once.
   *
   * @return what {@link #get} answers, in the order of the keys
   */
  List<Optional<Stored>> getAll(List<String> keys);

  /** All objects whose keys begin so, in the order of their keys. */
  List<Listed> list(String prefix);

  /**
   * Writes an object as a whole.
   *
   * @return its tag; empty when the condition did not hold, which is also what a write is told that
   *     has happened before, and whose answer was lost
   */
  Optional<String> put(String key, byte[] content, Condition condition);

  /** Writes an object that is as another one. */
  void copy(String from, String to);

  /** Deletes those that there are, in no certain order. */
  void delete(List<String> keys);
}
