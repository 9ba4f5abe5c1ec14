/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.QueueFeed;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.AwsComputeStackSpec;
import dev.plinth.proto.computestack.ComputeFunction;
import dev.plinth.proto.computestack.Queue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Parts of one sort have names of their own. */
final class PartNameRule implements StackRule {
  @Override
  public void check(ComputeStack stack, Report report) {
    AwsComputeStackSpec spec = stack.spec();
    named(
        "spec.further_functions", spec.getFurtherFunctionsList(), ComputeFunction::getName, report);
    named("spec.queues.further", spec.getQueues().getFurtherList(), Queue::getName, report);
    unique(
        "spec.further_functions",
        spec.getFurtherFunctionsList().stream().map(f -> f.getName()),
        Arrays.stream(StandardFunction.values()).map(StandardFunction::id).toList(),
        report);
    unique(
        "spec.queues.further",
        spec.getQueues().getFurtherList().stream().map(q -> q.getName()),
        List.of("task", "notification"),
        report);
    unique("spec.layers", spec.getLayersList().stream().map(l -> l.getName()), List.of(), report);
    unique(
        "spec.schedules.entries",
        spec.getSchedules().getEntriesList().stream().map(s -> s.getName()),
        List.of(),
        report);
    unique(
        "spec.events.rules",
        spec.getEvents().getRulesList().stream().map(r -> r.getName()),
        List.of(),
        report);
    unique(
        "spec.file_events.entries",
        spec.getFileEvents().getEntriesList().stream().map(e -> e.getName()),
        List.of(),
        report);
    stack.functions().forEach(function -> checkQueues(function, report));
    stack.functions().stream()
        .filter(function -> function.standard().isPresent())
        .filter(function -> !function.spec().getName().isEmpty())
        .forEach(
            function ->
                report.error(
                    "manifest.conflict",
                    FieldPath.field(function.path(), "name"),
                    "name is given, but this function is called " + function.id() + ".",
                    "remove it, or describe the function under spec.further_functions."));
  }

  private static void checkQueues(StackFunction function, Report report) {
    Set<String> seen = new HashSet<>();
    for (QueueFeed feed : function.queues()) {
      if (!feed.queue().isEmpty() && !seen.add(feed.queue())) {
        report.error(
            "manifest.duplicate-name",
            FieldPath.field(feed.path(), "queue"),
            "queue is %s, which %s works through already.".formatted(feed.queue(), function.id()),
            "take one of the two out, and give the other the filters of both.");
      }
    }
  }

  /**
   * That other parts have a name is a rule of their field, which these share with parts without.
   */
  private static <T> void named(
      String list, List<T> parts, Function<T, String> name, Report report) {
    for (int i = 0; i < parts.size(); i++) {
      if (name.apply(parts.get(i)).isEmpty()) {
        report.error(
            "manifest.missing",
            FieldPath.field(FieldPath.index(list, i), "name"),
            "name is missing.",
            "add a name of its own.");
      }
    }
  }

  private static void unique(String list, Stream<String> names, List<String> taken, Report report) {
    Set<String> seen = new HashSet<>(taken);
    List<String> all = new ArrayList<>(names.toList());
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i);
      String path = FieldPath.field(FieldPath.index(list, i), "name");
      if (!name.isEmpty() && !seen.add(name)) {
        report.error(
            "manifest.duplicate-name",
            path,
            "name is " + name + ", which another one has already.",
            "give each a name of its own.");
      }
    }
  }
}
