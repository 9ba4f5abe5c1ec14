/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;

/** Sees each step before it is begun, and may refuse it. */
@FunctionalInterface
interface StepWatch {
  /**
   * A step is about to begin.
   *
   * @param goal the state to be reached; for a delete, the one that goes
   * @throws dev.plinth.engine.provider.ProviderException when it must not
   */
  void before(Op op, ResourceState goal);
}
