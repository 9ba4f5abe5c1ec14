/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/** Tells why a resource cannot be what the program wants, and fails the run. */
final class Rejections {
  private final EventStream events;
  private final RunControl control;

  Rejections(EventStream events, RunControl control) {
    this.events = events;
    this.control = control;
  }

  /** What is thrown once this is told. */
  StepFailedException reject(Urn urn, String message, Optional<String> remedy) {
    return reject(urn, "", message, remedy);
  }

  StepFailedException reject(Urn urn, String property, String message, Optional<String> remedy) {
    events.error(Optional.of(urn), property, message, remedy);
    control.fail();
    return new StepFailedException(message);
  }

  /**
   * A goal with its inputs as the provider takes them.
   *
   * @throws StepFailedException when the provider does not, with every reason told
   */
  ResourceState check(Lifecycle lifecycle, ResourceState goal, PropertyMap olds) {
    CheckResult result = lifecycle.check(olds, goal.inputs());
    if (result.failures().isEmpty()) {
      return goal.toBuilder().inputs(result.inputs()).build();
    }
    for (CheckFailure failure : result.failures()) {
      events.error(Optional.of(goal.urn()), failure.property(), failure.reason(), Optional.empty());
    }
    control.fail();
    throw new StepFailedException(result.failures().get(0).reason());
  }
}
