/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.util.Map;
import java.util.Optional;

/**
 * What the user asks of one run.
 *
 * @param selection the resources that it is about
 * @param continueOnError whether a failure ends only what depends on it
 * @param refresh whether an update or a destroy reads every resource before anything else
 * @param accept whether a refresh also takes what it read for what was asked for
 * @param adoptions existing resources that are to become the stack's, by what names the resource in
 *     the program; then nothing else is done
 * @param plan the steps that an update may take, and no other
 */
public record RunOptions(
    Selection selection,
    boolean continueOnError,
    boolean refresh,
    boolean accept,
    Map<String, String> adoptions,
    Optional<Plan> plan) {
  private static final RunOptions NONE =
      new RunOptions(Selection.all(), false, false, false, Map.of(), Optional.empty());

  public RunOptions {
    adoptions = Map.copyOf(adoptions);
  }

  /** A run that does what its kind says, with the whole stack. */
  public static RunOptions none() {
    return NONE;
  }

  public RunOptions withSelection(Selection value) {
    return new RunOptions(value, continueOnError, refresh, accept, adoptions, plan);
  }

  public RunOptions withContinueOnError(boolean value) {
    return new RunOptions(selection, value, refresh, accept, adoptions, plan);
  }

  public RunOptions withRefresh(boolean value) {
    return new RunOptions(selection, continueOnError, value, accept, adoptions, plan);
  }

  public RunOptions withAccept(boolean value) {
    return new RunOptions(selection, continueOnError, refresh, value, adoptions, plan);
  }

  public RunOptions withAdoptions(Map<String, String> value) {
    return new RunOptions(selection, continueOnError, refresh, accept, value, plan);
  }

  public RunOptions withPlan(Optional<Plan> value) {
    return new RunOptions(selection, continueOnError, refresh, accept, adoptions, value);
  }
}
