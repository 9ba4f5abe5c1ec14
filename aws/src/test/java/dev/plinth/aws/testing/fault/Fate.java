/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing.fault;

import java.util.List;

/** What becomes of a call on its way. */
public enum Fate {
  /** It is answered as if nothing were between. */
  PASSED,
  /** It has no effect and is answered with status 429. */
  THROTTLED,
  /** It has no effect and is answered with status 500. */
  FAULT,
  /** It has no effect, and the connection is reset. */
  RESET,
  /** It takes effect and is answered with status 500. */
  FAULT_AFTERWARDS,
  /** It takes effect, and the connection is reset before a word of the answer. */
  ANSWER_LOST,
  /** It takes effect, and the connection is reset in the middle of the answer. */
  ANSWER_CUT,
  /** It is answered well, one byte at a time. */
  SLOW;

  /** The fates of spoiled calls. */
  static final List<Fate> SPOILED =
      List.of(THROTTLED, FAULT, RESET, FAULT_AFTERWARDS, ANSWER_LOST, ANSWER_CUT, SLOW);

  /** Whether the call reaches AWS. */
  boolean takesEffect() {
    return switch (this) {
      case THROTTLED, FAULT, RESET -> false;
      case PASSED, FAULT_AFTERWARDS, ANSWER_LOST, ANSWER_CUT, SLOW -> true;
    };
  }
}
