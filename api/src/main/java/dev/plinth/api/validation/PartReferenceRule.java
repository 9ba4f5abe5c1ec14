/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.PipelineSteps;
import dev.plinth.api.computestack.QueueFeed;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackQueue;
import dev.plinth.api.computestack.StackTarget;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.Suggestion;
import dev.plinth.proto.computestack.FunctionAccess;
import dev.plinth.proto.computestack.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one part calls another by is the name of a part that there is. */
final class PartReferenceRule implements StackRule {
  private static final String NO_TOPIC = "the notifications topic is switched off";
  private static final String TOPIC_ON = "set spec.notifications_topic.enabled to true";
  private static final String NO_PIPELINE = "the data pipeline is switched off";
  private static final String PIPELINE_ON = "set spec.data_pipeline.enabled to true";

  @Override
  public void check(ComputeStack stack, Report report) {
    Names names = new Names(stack, report);
    stack.functions().forEach(function -> checkFunction(function, names));
    stack
        .schedules()
        .forEach(s -> names.function(s.path() + ".function", ComputeStack.scheduled(s)));
    stack
        .fileEvents()
        .forEach(e -> names.function(e.path() + ".function", ComputeStack.notified(e)));
    stack.rules().stream()
        .flatMap(rule -> rule.targets().stream())
        .forEach(target -> checkTarget(target, names, report));
    for (int i = 0; i < stack.spec().getBusinessMetricsCount(); i++) {
      String path = FieldPath.index("spec.business_metrics", i) + ".function";
      names.function(path, stack.spec().getBusinessMetrics(i).getFunction());
    }
    if (stack.hasPipeline()) {
      Map<String, List<String>> fieldsByMissing = new TreeMap<>();
      for (PipelineSteps.Step step : PipelineSteps.of(stack)) {
        String path = "spec.data_pipeline." + step.name() + ".function";
        if (names.isOff(step.function())) {
          fieldsByMissing.computeIfAbsent(step.function(), name -> new ArrayList<>()).add(path);
        } else {
          names.function(path, step.function());
        }
      }
      fieldsByMissing.forEach((function, fields) -> pipelineNeeds(function, fields, report));
    }
  }

  private static void pipelineNeeds(String function, List<String> fields, Report report) {
    report.error(
        "manifest.unknown-part",
        FieldPath.field("spec.functions", function) + ".enabled",
        function + " is switched off, but the data pipeline calls it.",
        "name another function in "
            + String.join(" and ", fields)
            + ", or set spec.data_pipeline.enabled to false.");
  }

  private static void checkFunction(StackFunction function, Names names) {
    for (QueueFeed feed : function.queues()) {
      names.queue(FieldPath.field(feed.path(), "queue"), feed.queue());
    }
    String sendTo = FieldPath.field(function.path(), "access.send_to");
    for (int i = 0; i < function.access().getSendToCount(); i++) {
      names.queue(FieldPath.index(sendTo, i), function.access().getSendTo(i));
    }
    if (function.spec().hasAccess()) {
      checkAccess(function, names);
    }
    names.there(
        function.spec().hasTopic()
            && (!function.spec().getTopic().hasEnabled()
                || function.spec().getTopic().getEnabled()),
        names.stack().hasTopic(),
        FieldPath.field(function.path(), "topic"),
        NO_TOPIC,
        TOPIC_ON);
    String layers = FieldPath.field(function.path(), "layers");
    for (int i = 0; i < function.spec().getLayersCount(); i++) {
      names.layer(FieldPath.index(layers, i), function.spec().getLayers(i));
    }
  }

  /** The defaults of a role ask for nothing that there is not. */
  private static void checkAccess(StackFunction function, Names names) {
    FunctionAccess access = function.access();
    ComputeStack stack = names.stack();
    String path = FieldPath.field(function.path(), "access");
    names.there(access.getPublish(), stack.hasTopic(), path + ".publish", NO_TOPIC, TOPIC_ON);
    names.there(
        access.getPutEvents(),
        stack.hasEvents(),
        path + ".put_events",
        "the event bus is switched off",
        "set spec.events.enabled to true");
    names.there(
        access.getStartPipeline(),
        stack.hasPipeline(),
        path + ".start_pipeline",
        NO_PIPELINE,
        PIPELINE_ON);
    names.there(
        access.getDatabase(),
        stack.spec().hasDatabase(),
        path + ".database",
        "there is no database in spec.database",
        "describe it there");
  }

  private static void checkTarget(StackTarget target, Names names, Report report) {
    List<String> given = target.given();
    if (given.size() != 1) {
      report.error(
          "manifest.conflict",
          target.path(),
          given.isEmpty()
              ? "the target leads nowhere."
              : "the target has " + String.join(" and ", given) + ".",
          "give it one of function, queue, topic and pipeline.");
      return;
    }
    names.function(target.path() + ".function", target.spec().getFunction());
    names.queue(target.path() + ".queue", target.spec().getQueue());
    names.there(
        target.spec().getTopic(),
        names.stack().hasTopic(),
        target.path() + ".topic",
        NO_TOPIC,
        TOPIC_ON);
    names.there(
        target.spec().getPipeline(),
        names.stack().hasPipeline(),
        target.path() + ".pipeline",
        NO_PIPELINE,
        PIPELINE_ON);
  }

  /** The names that there are. */
  private record Names(ComputeStack stack, Report report) {
    void function(String path, String name) {
      known("function", path, name, stack.functions().stream().map(StackFunction::id).toList());
    }

    /** Whether it is one of the six, and switched off. */
    boolean isOff(String function) {
      return Arrays.stream(StandardFunction.values()).anyMatch(s -> s.id().equals(function))
          && stack.function(function).isEmpty();
    }

    void queue(String path, String name) {
      known("queue", path, name, stack.queues().stream().map(StackQueue::id).toList());
    }

    void layer(String path, String name) {
      known(
          "layer", path, name, stack.spec().getLayersList().stream().map(Layer::getName).toList());
    }

    /** What is asked for is there. */
    void there(boolean asked, boolean isThere, String path, String why, String toDo) {
      if (asked && !isThere) {
        report.error(
            "manifest.unknown-part",
            path,
            FieldPath.lastStep(path) + " is asked for, but " + why + ".",
            toDo + ", or take this out.");
      }
    }

    private void known(String sort, String path, String name, List<String> known) {
      if (!name.isEmpty() && !known.contains(name)) {
        report.error(
            "manifest.unknown-part",
            path,
            sort + " " + Quotation.of(name) + " is not in this stack, or is switched off.",
            Suggestion.nearest(name, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElse(
                    known.isEmpty()
                        ? "describe it, or take this out."
                        : "name one of " + String.join(", ", known) + ", or take this out."));
      }
    }
  }
}
