/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.layout.PulumiLayout;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import dev.plinth.engine.state.object.ObjectStore.Listed;
import dev.plinth.engine.state.object.ObjectStore.Stored;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a stack's journal: {@code <term>-<holder>/<number>}, in which order they are read.
 * Each holder of the lock numbers its own from 1. An empty object is a fence: it has the number
 * that a holder would use next that has lost the lock, so that it can append no more. Fences stay
 * for some days; a fence costs nothing, and a machine may sleep for long.
 */
final class JournalObjects {
  /** An object that begins so takes back the one before it, which was never acknowledged. */
  static final byte TAKES_BACK = '-';

  private static final byte[] FENCE = {};
  private static final String UNLOCKED = "unlocked";
  private static final Duration FENCE_KEPT = Duration.ofDays(7);

  /** A writer needs to be met this often, each time between list and reading. */
  private static final int ATTEMPTS = 5;

  private final ObjectStore store;
  private final String folder;

  JournalObjects(ObjectStore store, StackName stack) {
    this.store = store;
    this.folder = PulumiLayout.journal(stack) + "/";
  }

  /** For messages. */
  String place() {
    return store.place(folder);
  }

  /** Where a holder's objects are, in this journal. */
  static String holder(long term, String id) {
    return "%010d-%s/".formatted(term, id);
  }

  String key(String holder, long number) {
    return folder + holder + "%08d".formatted(number);
  }

  /** All lines, in order. */
  byte[] read() {
    for (int attempt = 1; ; attempt++) {
      Optional<byte[]> lines = tryRead();
      if (lines.isPresent()) {
        return lines.get();
      }
      if (attempt == ATTEMPTS) {
        // Whoever deletes objects all the time has put what they said into the checkpoint.
        return new byte[0];
      }
    }
  }

  /** Empty when an object was gone before it could be read. */
  private Optional<byte[]> tryRead() {
    List<String> keys =
        objects().stream()
            .filter(listed -> listed.size() != FENCE.length)
            .map(Listed::key)
            .toList();
    List<byte[]> lines = new ArrayList<>();
    for (Optional<Stored> stored : store.getAll(keys)) {
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      add(stored.get().content(), lines);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    lines.forEach(all::writeBytes);
    return Optional.of(all.toByteArray());
  }

  private static void add(byte[] content, List<byte[]> lines) {
    if (content.length == 0 || content[0] != TAKES_BACK) {
      lines.add(content);
      return;
    }
    if (!lines.isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    lines.add(java.util.Arrays.copyOfRange(content, 1, content.length));
  }

  private List<Listed> objects() {
    return store.list(folder).stream().filter(listed -> !isMark(listed)).toList();
  }

  private boolean isMark(Listed listed) {
    return listed.key().equals(folder + UNLOCKED);
  }

  /** The highest term that anybody has left something of; 0 when there is nothing. */
  long lastTerm() {
    long last = 0;
    for (Listed listed : objects()) {
      String name = listed.key().substring(folder.length());
      int dash = name.indexOf('-');
      if (dash > 0 && name.substring(0, dash).chars().allMatch(Character::isDigit)) {
        last = Math.max(last, Long.parseLong(name.substring(0, dash)));
      }
    }
    return last;
  }

  /** Lets a holder append no more; what it has appended counts. */
  void fence(String holder) {
    Optional<String> written = Optional.empty();
    while (written.isEmpty()) {
      List<Listed> theirs = store.list(folder + holder);
      long next = 1;
      if (!theirs.isEmpty()) {
        Listed last = theirs.get(theirs.size() - 1);
        if (last.size() == FENCE.length) {
          return;
        }
        next = number(last) + 1;
      }
      written = store.put(key(holder, next), FENCE, new Condition.Absent());
    }
  }

  private static long number(Listed listed) {
    return Long.parseLong(listed.key().substring(listed.key().lastIndexOf('/') + 1));
  }

  /** Says that a lock was taken away by hand, so that the next holder makes a new checkpoint. */
  void markUnlocked() {
    var unused = store.put(folder + UNLOCKED, new byte[] {'\n'}, new Condition.Always());
  }

  boolean isMarkedUnlocked() {
    return store.get(folder + UNLOCKED).isPresent();
  }

  /**
   * Removes what the checkpoint holds by now.
   *
   * @param holder whose last object stays, for a fence to stand behind
   */
  void discard(String holder) {
    List<String> gone = new ArrayList<>();
    String last = "";
    for (Listed listed : store.list(folder)) {
      boolean fence = listed.size() == FENCE.length;
      if (!fence || listed.age().compareTo(FENCE_KEPT) > 0) {
        gone.add(listed.key());
      }
      if (!fence && listed.key().startsWith(folder + holder)) {
        last = listed.key();
      }
    }
    gone.remove(last);
    delete(gone);
  }

  /** Removes what a holder has left that ends as it should. */
  void forget(String holder) {
    store.delete(store.list(folder + holder).stream().map(Listed::key).toList());
  }

  /**
   * The first one goes alone: without the head that it has, nobody takes the rest for a journal.
   */
  private void delete(List<String> keys) {
    if (!keys.isEmpty()) {
      store.delete(keys.subList(0, 1));
      store.delete(keys.subList(1, keys.size()));
    }
  }
}
