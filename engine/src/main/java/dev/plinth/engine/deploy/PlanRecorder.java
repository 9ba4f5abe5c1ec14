/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what a preview foresees. */
final class PlanRecorder implements StepWatch {
  private final Map<Urn, List<Op>> steps = new TreeMap<>();
  private final Map<Urn, PropertyMap> inputs = new TreeMap<>();

  @Override
  public synchronized void before(Op op, ResourceState goal) {
    steps.computeIfAbsent(goal.urn(), urn -> new ArrayList<>()).add(op);
    if (op != Op.DELETE && op != Op.DELETE_REPLACED) {
      inputs.put(goal.urn(), goal.inputs());
    }
  }

  synchronized Plan plan(String base, Map<Urn, String> seeds) {
    return new Plan(base, steps, inputs, seeds);
  }
}
