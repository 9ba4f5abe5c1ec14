/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets several writers write at the same time without their texts getting mixed up: the first of
 * them writes at once, and what the others have to say waits until those before them have ended. So
 * the order is always the same, however quick each of them is.
 */
final class Turns {
  private final List<Turn> turns = new ArrayList<>();
  private int current;

  Turns(int count) {
    for (int number = 0; number < count; number++) {
      turns.add(new Turn(number));
    }
  }

  Turn get(int number) {
    return turns.get(number);
  }

  /** One of the writers. */
  final class Turn {
    private final int number;
    private final List<Runnable> held = new ArrayList<>();
    private boolean ended;

    private Turn(int number) {
      this.number = number;
    }

    /** Writes now, or when it is time to. */
    void write(Runnable writing) {
      synchronized (Turns.this) {
        if (number == current) {
          writing.run();
        } else {
          held.add(writing);
        }
      }
    }

    /** Nothing more will be written; the next one's turn has come. */
    void end() {
      synchronized (Turns.this) {
        ended = true;
        while (current < turns.size() && turns.get(current).ended) {
          current++;
          if (current < turns.size()) {
            List<Runnable> waiting = turns.get(current).held;
            waiting.forEach(Runnable::run);
            waiting.clear();
          }
        }
      }
    }
  }
}
