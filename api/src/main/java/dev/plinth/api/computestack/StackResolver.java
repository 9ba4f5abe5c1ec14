/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackSpec;
import dev.plinth.proto.computestack.EventRule;
import dev.plinth.proto.computestack.EventTarget;
import dev.plinth.proto.computestack.FileEvent;
import dev.plinth.proto.computestack.Queue;
import dev.plinth.proto.computestack.Schedule;
import java.util.ArrayList;
import java.util.List;

/** Puts the defaults in the place of what a manifest leaves out. */
final class StackResolver {
  static final String TASK = "task";
  static final String NOTIFICATION = "notification";

  /** Where files arrive; what becomes of them goes elsewhere. */
  static final String UPLOAD_PREFIX = "incoming/";

  private static final int VISIBILITY_FACTOR = 6; // What AWS advises for a queue that Lambda polls.
  private static final int VISIBILITY_WITHOUT_CONSUMER = 30;
  private static final int LONGEST_VISIBILITY = 43_200;

  private final AwsComputeStack manifest;
  private final AwsComputeStackSpec spec;
  private final StackProfile profile;
  private final ResourceNames names;

  StackResolver(AwsComputeStack manifest) {
    this.manifest = manifest;
    this.spec = manifest.getSpec();
    this.profile = StackProfile.of(manifest);
    this.names = ResourceNames.of(manifest);
  }

  ComputeStack resolve() {
    List<StackFunction> functions = new FunctionResolver(spec, profile, names).resolve();
    return new ComputeStack(
        manifest,
        profile,
        names,
        functions,
        queues(functions),
        schedules(functions),
        rules(),
        fileEvents(functions),
        new RouteResolver(spec, profile, functions).resolve());
  }

  private List<StackQueue> queues(List<StackFunction> functions) {
    List<StackQueue> queues = new ArrayList<>();
    addQueue(queues, TASK, "spec.queues.task", spec.getQueues().getTask(), functions);
    addQueue(
        queues,
        NOTIFICATION,
        "spec.queues.notification",
        spec.getQueues().getNotification(),
        functions);
    List<Queue> further = spec.getQueues().getFurtherList();
    for (int i = 0; i < further.size(); i++) {
      String path = FieldPath.index("spec.queues.further", i);
      addQueue(queues, further.get(i).getName(), path, further.get(i), functions);
    }
    return List.copyOf(queues);
  }

  private void addQueue(
      List<StackQueue> queues, String id, String path, Queue queue, List<StackFunction> functions) {
    if (isOnQueue(queue)) {
      queues.add(new StackQueue(id, path, names.of(id), queue, wantedVisibility(id, functions)));
    }
  }

  private static int wantedVisibility(String queue, List<StackFunction> functions) {
    int wanted = 0;
    for (StackFunction function : functions) {
      for (QueueFeed feed : function.queues()) {
        if (feed.queue().equals(queue)) {
          wanted =
              Math.max(
                  wanted, VISIBILITY_FACTOR * function.timeoutSeconds() + feed.windowSeconds());
        }
      }
    }
    return wanted == 0 ? VISIBILITY_WITHOUT_CONSUMER : Math.min(LONGEST_VISIBILITY, wanted);
  }

  private List<Placed<Schedule>> schedules(List<StackFunction> functions) {
    List<Placed<Schedule>> schedules = new ArrayList<>();
    if (!isOn(spec.getSchedules().hasEnabled(), spec.getSchedules().getEnabled())) {
      return schedules;
    }
    List<Schedule> entries = spec.getSchedules().getEntriesList();
    for (int i = 0; i < entries.size(); i++) {
      if (isOn(entries.get(i).hasEnabled(), entries.get(i).getEnabled())) {
        schedules.add(new Placed<>(FieldPath.index("spec.schedules.entries", i), entries.get(i)));
      }
    }
    if (entries.isEmpty() && has(functions, StandardFunction.SCHEDULER)) {
      Schedule hourly =
          Schedule.newBuilder().setName("hourly").setExpression("rate(1 hour)").build();
      schedules.add(new Placed<>("spec.schedules", hourly));
    }
    return List.copyOf(schedules);
  }

  private List<StackEventRule> rules() {
    List<StackEventRule> rules = new ArrayList<>();
    if (!isOn(spec.getEvents().hasEnabled(), spec.getEvents().getEnabled())) {
      return rules;
    }
    List<EventRule> entries = spec.getEvents().getRulesList();
    for (int i = 0; i < entries.size(); i++) {
      if (isOn(entries.get(i).hasEnabled(), entries.get(i).getEnabled())) {
        rules.add(rule(FieldPath.index("spec.events.rules", i), entries.get(i)));
      }
    }
    if (entries.isEmpty() && isOnQueue(spec.getQueues().getTask())) {
      EventRule work =
          EventRule.newBuilder()
              .setName("work_requested")
              .setPattern("{\"detail-type\":[\"WorkRequested\"]}")
              .addTargets(
                  EventTarget.newBuilder()
                      .setQueue(TASK)
                      .putInputPaths("detail", "$.detail")
                      .putInputPaths("id", "$.id")
                      .setInputTemplate("{\"id\":<id>,\"detail\":<detail>}"))
              .build();
      rules.add(rule("spec.events", work));
    }
    return List.copyOf(rules);
  }

  private StackEventRule rule(String path, EventRule spec) {
    String bus = spec.getBus().isEmpty() ? ComputeStack.busNameOf(names) : spec.getBus();
    return new StackEventRule(path, spec, bus, names.of(spec.getName()));
  }

  private List<Placed<FileEvent>> fileEvents(List<StackFunction> functions) {
    List<Placed<FileEvent>> events = new ArrayList<>();
    boolean hasBucket = Values.of(spec.getStorage().getUploadBucket()).isPresent();
    if (!isOn(spec.getFileEvents().hasEnabled(), spec.getFileEvents().getEnabled())) {
      return events;
    }
    List<FileEvent> entries = spec.getFileEvents().getEntriesList();
    for (int i = 0; i < entries.size(); i++) {
      if (hasBucket || Values.of(entries.get(i).getBucket()).isPresent()) {
        events.add(new Placed<>(FieldPath.index("spec.file_events.entries", i), entries.get(i)));
      }
    }
    if (entries.isEmpty() && hasBucket && has(functions, StandardFunction.FILE_PROCESSOR)) {
      FileEvent uploads =
          FileEvent.newBuilder().setName("uploads").setPrefix(UPLOAD_PREFIX).build();
      events.add(new Placed<>("spec.storage.upload_bucket", uploads));
    }
    return List.copyOf(events);
  }

  private static boolean has(List<StackFunction> functions, StandardFunction role) {
    return functions.stream().anyMatch(function -> function.id().equals(role.id()));
  }

  static boolean isOnQueue(Queue queue) {
    return isOn(queue.hasEnabled(), queue.getEnabled());
  }

  private static boolean isOn(boolean given, boolean value) {
    return ComputeStack.isOn(given, value);
  }
}
