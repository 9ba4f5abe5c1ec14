/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.move.CutReference;
import dev.plinth.engine.state.move.MovePlan;
import java.util.List;

/** What a move of resources between stacks would do, and did, as Pulumi tells it. */
public final class MoveText {
  private MoveText() {}

  /**
   * What would be done.
   *
   * @param isNew whether the destination is only made by it
   */
  public static String of(StackName from, StackName to, boolean isNew, MovePlan plan) {
    StringBuilder text = new StringBuilder("Planning to move the following resources from ");
    text.append(from).append(" to ").append(to).append(isNew ? ", a new stack" : "");
    text.append(":\n\n");
    plan.moved()
        .forEach(
            urn ->
                text.append("  - ")
                    .append(urn)
                    .append(plan.arrived().contains(urn) ? "  (is there already)" : "")
                    .append('\n'));
    text.append('\n');
    append(
        text,
        "Resources that remain in " + from + " depend on resources that move",
        plan.cutInSource());
    append(text, "Resources that move depend on resources in " + from, plan.cutInDestination());
    return text.toString();
  }

  private static void append(StringBuilder text, String what, List<CutReference> cut) {
    if (cut.isEmpty()) {
      return;
    }
    text.append("warning: ").append(what).append(", and will not any more:\n\n");
    cut.forEach(reference -> text.append("  - ").append(reference).append('\n'));
    text.append("\nGive the manifests what they then need of each other.\n\n");
  }

  /** What was done. */
  public static String done(StackName from, StackName to) {
    return "Successfully moved resources from " + from + " to " + to + "\n";
  }
}
