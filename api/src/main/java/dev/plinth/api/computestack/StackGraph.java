/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.BucketAccess;
import dev.plinth.proto.computestack.FileEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which part of a stack starts which, one step at a time. */
public final class StackGraph {
  private static final String BUS = "the event bus";
  private static final String RULE = "the rule ";
  private static final String TOPIC = "the notifications topic";
  private static final String PIPELINE = "the data pipeline";

  private final ComputeStack stack;
  private final Map<String, Set<String>> next = new LinkedHashMap<>();

  /** Of a stack. */
  public StackGraph(ComputeStack stack) {
    this.stack = stack;
    stack.functions().forEach(this::addFunction);
    if (stack.queueIsSubscribed()) {
      add(TOPIC, queue(StackResolver.NOTIFICATION));
    }
    stack.rules().forEach(this::addRule);
    if (stack.hasPipeline()) {
      PipelineSteps.functionsOf(stack).forEach(function -> add(PIPELINE, function));
      add(PIPELINE, TOPIC);
    }
  }

  private void addFunction(StackFunction function) {
    String id = function.id();
    function.access().getSendToList().forEach(queue -> add(id, queue(queue)));
    function.queues().forEach(feed -> add(queue(feed.queue()), id));
    if (function.access().getPublish()) {
      add(id, TOPIC);
    }
    if (function.filterPolicy().isPresent()) {
      add(TOPIC, id);
    }
    if (function.access().getPutEvents()) {
      add(id, BUS);
    }
    if (function.access().getStartPipeline()) {
      add(id, PIPELINE);
    }
    for (BucketAccess write : function.access().getWriteList()) {
      for (Placed<FileEvent> event : stack.fileEvents()) {
        if (touches(write, event)) {
          add(id, ComputeStack.notified(event));
        }
      }
    }
  }

  private boolean touches(BucketAccess write, Placed<FileEvent> event) {
    String prefix = event.spec().getPrefix();
    return write.getBucket().equals(stack.bucketFieldOf(event))
        && (prefix.startsWith(write.getPrefix()) || write.getPrefix().startsWith(prefix));
  }

  /**
   * What functions put on a bus, they put on the stack's own; on the bus default AWS tells what
   * becomes of objects and of state machines.
   */
  private void addRule(StackEventRule rule) {
    if (rule.bus().equals(stack.busName())) {
      rule.targets().forEach(target -> add(BUS, targetOf(target)));
    } else if (rule.bus().equals(StackEventRule.DEFAULT_BUS)) {
      rule.targets().forEach(target -> add(nodeOf(rule), targetOf(target)));
      EventPattern pattern = EventPattern.of(rule.spec().getPattern());
      if (pattern.mayHave("aws.s3", "source") && pattern.mayHave("Object Created", "detail-type")) {
        stack.functions().stream()
            .filter(
                function ->
                    function.access().getWriteList().stream()
                        .anyMatch(write -> tells(pattern, write)))
            .forEach(function -> add(function.id(), nodeOf(rule)));
      }
      if (stack.hasPipeline()
          && pattern.mayHave("aws.states", "source")
          && pattern.mayHave("Step Functions Execution Status Change", "detail-type")
          && pattern.mayEnd(":stateMachine:" + stack.pipelineName(), "detail", "stateMachineArn")) {
        add(PIPELINE, nodeOf(rule));
      }
    }
  }

  private static boolean tells(EventPattern pattern, BucketAccess write) {
    return pattern.mayHave(Values.of(write.getBucket()).orElse(""), "detail", "bucket", "name")
        && pattern.mayBegin(write.getPrefix(), "detail", "object", "key");
  }

  /** A rule of the bus default, as loops name it. */
  public static String nodeOf(StackEventRule rule) {
    return RULE + rule.id();
  }

  /** Whether it depends on the pattern of a rule that a loop is one. */
  public static boolean goesByRule(List<String> loop) {
    return loop.stream().anyMatch(node -> node.equals(BUS) || node.startsWith(RULE));
  }

  private static String targetOf(StackTarget target) {
    if (target.spec().getTopic()) {
      return TOPIC;
    }
    if (target.spec().getPipeline()) {
      return PIPELINE;
    }
    return target.spec().getQueue().isEmpty()
        ? target.spec().getFunction()
        : queue(target.spec().getQueue());
  }

  private static String queue(String id) {
    return "the " + id + " queue";
  }

  private void add(String from, String to) {
    next.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(to);
  }

  /**
   * The shortest way from a function, or another part, back to it, both ends included; empty when
   * there is none.
   */
  public List<String> loopThrough(String function) {
    Map<String, String> before = new LinkedHashMap<>();
    List<String> waiting = new ArrayList<>(List.of(function));
    for (int i = 0; i < waiting.size(); i++) {
      String at = waiting.get(i);
      for (String to : next.getOrDefault(at, Set.of())) {
        if (to.equals(function)) {
          return way(function, at, before);
        }
        if (before.putIfAbsent(to, at) == null) {
          waiting.add(to);
        }
      }
    }
    return List.of();
  }

  private static List<String> way(String function, String last, Map<String, String> before) {
    List<String> way = new ArrayList<>(List.of(function));
    for (String at = last; !at.equals(function); at = before.getOrDefault(at, function)) {
      way.add(0, at);
    }
    way.add(0, function);
    return way;
  }
}
