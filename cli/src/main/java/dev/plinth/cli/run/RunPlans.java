/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.CommandException;
import dev.plinth.engine.deploy.Plan;
import dev.plinth.engine.state.StackName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of a command's stacks: what previews foresaw, and what the update is held to. */
final class RunPlans {
  private final PlanFile file;
  private final Map<StackName, Plan> foreseen = new ConcurrentHashMap<>();
  private Map<StackName, Plan> followed = Map.of();

  RunPlans(PlanFile file) {
    this.file = file;
  }

  /** A preview has shown this. */
  void foresee(StackName stack, Plan plan) {
    foreseen.put(stack, plan);
  }

  boolean isForeseen(StackName stack) {
    return foreseen.containsKey(stack);
  }

  /** What a stack's run is held to. */
  Optional<Plan> followed(StackName stack) {
    return Optional.ofNullable(followed.get(stack));
  }

  /**
   * Writes what was foreseen.
   *
   * @param stacks in their order
   */
  void write(Path path, List<StackName> stacks) {
    Map<StackName, Plan> inOrder = new LinkedHashMap<>();
    for (StackName stack : stacks) {
      Plan plan = foreseen.get(stack);
      if (plan != null) {
        inOrder.put(stack, plan);
      }
    }
    file.write(path, inOrder);
  }

  /**
   * Reads what the runs of these stacks are held to from now on.
   *
   * @throws CommandException when there are plans of others, too
   */
  void read(Path path, List<StackName> stacks) {
    followed = file.read(path);
    for (StackName planned : followed.keySet()) {
      if (!stacks.contains(planned)) {
        throw PlanFile.changed(path, List.of("the stack " + planned + " is not in the manifests"));
      }
    }
  }

  /**
   * Makes sure that what is foreseen by now is what the plans foresaw.
   *
   * @throws CommandException with all that has changed
   */
  void requireUnchanged(Path path, List<StackName> stacks) {
    List<String> facts = new ArrayList<>();
    for (StackName stack : stacks) {
      Plan plan = followed.get(stack);
      Plan now = foreseen.get(stack);
      if (plan == null) {
        facts.add("the stack " + stack + " is not in the plan");
      } else if (now != null) {
        facts.addAll(plan.changedFacts(now));
      }
    }
    if (!facts.isEmpty()) {
      throw PlanFile.changed(path, facts);
    }
  }
}
