/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.state.LockHolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the bytes of one stack; what they mean is not known here. Reading needs no lock. Of what
 * writes, only {@link #lock} and {@link #unlock} may be called without holding the lock.
 */
public interface StackMedium extends AutoCloseable {

  /**
   * A checkpoint that was found.
   *
   * @param place where it is, for messages
   * @param tag differs from that of every other checkpoint that has been there
   */
  record Version(String place, Object tag) {}

  /** The present checkpoint; empty when the stack has none. */
  Optional<Version> version();

  /** Reads a checkpoint from its beginning, unpacked. */
  InputStream open(Version version) throws IOException;

  /** What to do about a checkpoint that is damaged, in a sentence. */
  String restore(Version version);

  /** Where the checkpoint is written. */
  String place();

  /**
   * Replaces the checkpoint: when this returns it is safe, and at no moment is there none, or half
   * of one.
   *
   * @param pieces written one after the other
   */
  void replace(List<byte[]> pieces);

  /** Where the journal is. */
  String journalPlace();

  /** All lines of the journal, the last of which may be cut off; empty when there is none. */
  byte[] journal();

  /** Adds a line, which ends in a line feed: when this returns it is safe. */
  void append(byte[] line);

  /** Removes the journal. */
  void discardJournal();

  Map<String, String> tags();

  void saveTags(Map<String, String> tags);

  /** What was kept of the stack's archives; empty when nothing was. */
  Optional<byte[]> archives();

  void saveArchives(byte[] content);

  /** The names of the history's entries, the newest first. */
  List<String> history();

  /** Reads entries of the history, unpacked; empty for one that was just removed. */
  List<Optional<byte[]>> readHistory(List<String> names);

  /** Where an entry of the history is. */
  String historyPlace(String name);

  /**
   * Adds an entry to the history, and beside it a copy of the checkpoint as it is.
   *
   * @param moment in nanoseconds since 1970
   * @return false, and nothing is added, when the history has another entry of this moment
   */
  boolean addHistory(long moment, byte[] entry);

  /** Removes all of the stack but its lock. */
  void remove();

  /**
   * Takes the lock.
   *
   * @throws dev.plinth.engine.state.StackLockedException when somebody else holds it
   */
  HeldLock lock(Instant now);

  /** Takes the lock away from whoever holds it, and answers who did. */
  List<LockHolder> unlock();

  /** Gives up what is open; the lock is held still. */
  @Override
  void close();
}
