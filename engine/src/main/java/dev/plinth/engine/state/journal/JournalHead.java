/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.state.StackName;

/**
 * What a journal begins with.
 *
 * @param stack the stack it belongs to, as {@link StackName} is written
 * @param base the fingerprint of the checkpoint that it continues
 */
record JournalHead(String stack, String base) {
  static final int VERSION = 1;

  /** How the line begins that has it. */
  static final String BEGINNING = "[{\"journal\":";
}
