/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackEventRule;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackGraph;
import dev.plinth.api.manifest.FieldPath;
import java.util.List;

/**
 * No function writes to what starts it, not even by way of others: each event would make the next,
 * at the price of all of them. By way of an event bus it is a warning, for a pattern may keep the
 * events apart. The data pipeline is not started by what tells of its own runs either.
 */
final class EventLoopRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    StackGraph graph = new StackGraph(stack);
    for (StackFunction function : stack.functions()) {
      List<String> loop = graph.loopThrough(function.id());
      if (loop.isEmpty()) {
        continue;
      }
      String path = FieldPath.field(function.path(), "access");
      String message =
          "%s writes to what starts it: %s.".formatted(function.id(), String.join(" → ", loop));
      if (StackGraph.goesByRule(loop)) {
        report.warning(
            "stack.event-loop",
            path,
            message + " Unless the patterns keep the events apart, it never ends.",
            "make sure that no rule matches what comes of the function.");
      } else {
        report.error(
            "stack.event-loop",
            path,
            message + " It would never end.",
            "take one of the steps out of the functions' access, or of what starts them.");
      }
    }
    List<String> functions = stack.functions().stream().map(StackFunction::id).toList();
    for (StackEventRule rule : stack.rules()) {
      List<String> loop = graph.loopThrough(StackGraph.nodeOf(rule));
      // Else it is told of the function.
      if (!loop.isEmpty() && loop.stream().noneMatch(functions::contains)) {
        report.warning(
            "stack.event-loop",
            FieldPath.field(rule.path(), "pattern"),
            "the data pipeline makes what starts it: %s. Unless the pattern keeps the events apart, it never ends."
                .formatted(String.join(" → ", loop)),
            "make sure that the rule matches no event of the pipeline's own runs.");
      }
    }
  }
}
