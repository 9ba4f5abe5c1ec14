/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

/**
 * What the user asks of one run.
 *
 * @param refresh whether an update or a destroy reads every resource before anything else
 * @param accept whether a refresh also takes what it read for what was asked for
 */
public record RunOptions(boolean refresh, boolean accept) {
  private static final RunOptions NONE = new RunOptions(false, false);

  /** A run that does what its kind says, with the whole stack. */
  public static RunOptions none() {
    return NONE;
  }

  public RunOptions withRefresh(boolean value) {
    return new RunOptions(value, accept);
  }

  public RunOptions withAccept(boolean value) {
    return new RunOptions(refresh, value);
  }
}
