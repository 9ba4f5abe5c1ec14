/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Appends to a journal for one holder of the lock: one object for each line, written on condition
 * that there is none of its number. A line that failed, and that the next one was to make up for,
 * may have been written all the same; the next one then takes it back.
 */
final class JournalTail {
  private final ObjectStore store;
  private final JournalObjects journal;
  private final String holder;

  private long next = 1;

  /** What was tried under the next number without an answer. */
  private final List<byte[]> unanswered = new ArrayList<>();

  /** Whether the object before the next one was never acknowledged. */
  private boolean takesBack;

  JournalTail(ObjectStore store, JournalObjects journal, String holder) {
    this.store = store;
    this.journal = journal;
    this.holder = holder;
  }

  /**
   * Adds a line.
   *
   * @return false when somebody has put a fence there
   */
  boolean append(byte[] line) {
    while (true) {
      byte[] content = takesBack ? takingBack(line) : line;
      if (put(content)) {
        written(false);
        return true;
      }
      Optional<byte[]> there =
          store.get(journal.key(holder, next)).map(ObjectStore.Stored::content);
      if (there.filter(found -> Arrays.equals(found, content)).isPresent()) {
        written(false);
        return true;
      }
      if (there.filter(this::wasTried).isEmpty()) {
        return false;
      }
      written(true);
    }
  }

  private boolean put(byte[] content) {
    try {
      return store.put(journal.key(holder, next), content, new Condition.Absent()).isPresent();
    } catch (StateException e) {
      unanswered.add(content);
      throw e;
    }
  }

  private boolean wasTried(byte[] found) {
    return unanswered.stream().anyMatch(tried -> Arrays.equals(tried, found));
  }

  private void written(boolean withoutAcknowledgement) {
    next++;
    unanswered.clear();
    takesBack = withoutAcknowledgement;
  }

  private static byte[] takingBack(byte[] line) {
    byte[] content = new byte[line.length + 1];
    content[0] = JournalObjects.TAKES_BACK;
    System.arraycopy(line, 0, content, 1, line.length);
    return content;
  }
}
