/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets only planned steps begin. Where the plan could not know a value, the step may turn out to be
 * less than was planned: a replacement an update, an update nothing.
 */
final class PlanGuard implements StepWatch {
  private static final String REMEDY = "make a new plan, and look at it";
  private static final Set<Op> REPLACING =
      EnumSet.of(Op.REPLACE, Op.CREATE_REPLACEMENT, Op.DELETE_REPLACED);

  private final Plan plan;
  private final Map<Urn, List<Op>> open = new HashMap<>();

  PlanGuard(Plan plan) {
    this.plan = plan;
    plan.steps().forEach((urn, ops) -> open.put(urn, new ArrayList<>(ops)));
  }

  @Override
  public synchronized void before(Op op, ResourceState goal) {
    List<Op> planned = open.getOrDefault(goal.urn(), new ArrayList<>());
    if (!planned.remove(op) && !isLess(op, planned)) {
      throw new ProviderException(
          "it would take the step " + op.wireName() + ", which is not in the plan", REMEDY, null);
    }
    if (op == Op.DELETE || op == Op.DELETE_REPLACED) {
      return;
    }
    PropertyMap wished = plan.inputs().getOrDefault(goal.urn(), PropertyMap.empty());
    List<String> others = PlanComparison.differing(wished, goal.inputs());
    if (!others.isEmpty()) {
      throw new ProviderException(
          "it is not what the plan says: " + String.join(", ", others), REMEDY, null);
    }
  }

  private static boolean isLess(Op op, List<Op> planned) {
    return switch (op) {
      case SAME -> true;
      case UPDATE -> planned.stream().anyMatch(REPLACING::contains);
      default -> false;
    };
  }
}
