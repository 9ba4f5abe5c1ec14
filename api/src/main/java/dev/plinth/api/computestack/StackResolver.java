/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackSpec;
import dev.plinth.proto.computestack.ComputeFunction;
import dev.plinth.proto.computestack.EventRule;
import dev.plinth.proto.computestack.FileEvent;
import dev.plinth.proto.computestack.FunctionAccess;
import dev.plinth.proto.computestack.Queue;
import dev.plinth.proto.computestack.QueueTrigger;
import dev.plinth.proto.computestack.Schedule;
import dev.plinth.proto.computestack.TopicTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the defaults in the place of what a manifest leaves out. */
final class StackResolver {
  static final String TASK = "task";
  static final String NOTIFICATION = "notification";

  private static final int VISIBILITY_FACTOR = 6; // What AWS advises for a queue that Lambda polls.
  private static final int VISIBILITY_WITHOUT_CONSUMER = 30;
  private static final int LONGEST_VISIBILITY = 43_200;
  private static final String HIGH_PRIORITY = "{\"priority\":[\"high\"]}";

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
    List<StackFunction> functions = functions();
    return new ComputeStack(
        manifest,
        profile,
        names,
        functions,
        queues(functions),
        schedules(functions),
        rules(),
        fileEvents(functions));
  }

  private List<StackFunction> functions() {
    List<StackFunction> functions = new ArrayList<>();
    for (StandardFunction role : StandardFunction.values()) {
      ComputeFunction override = role.override(spec.getFunctions());
      if (ComputeStack.isOn(override.hasEnabled(), override.getEnabled())) {
        String path = FieldPath.field("spec.functions", role.id());
        functions.add(function(role.id(), path, Optional.of(role), override));
      }
    }
    for (int i = 0; i < spec.getFurtherFunctionsCount(); i++) {
      ComputeFunction further = spec.getFurtherFunctions(i);
      if (ComputeStack.isOn(further.hasEnabled(), further.getEnabled())) {
        String path = FieldPath.index("spec.further_functions", i);
        functions.add(function(further.getName(), path, Optional.empty(), further));
      }
    }
    return List.copyOf(functions);
  }

  private StackFunction function(
      String id, String path, Optional<StandardFunction> role, ComputeFunction function) {
    FunctionAccess access =
        function.hasAccess()
            ? function.getAccess()
            : role.map(this::defaultAccess).orElse(FunctionAccess.getDefaultInstance());
    boolean wantsVpc = function.hasVpc() ? function.getVpc() : access.getDatabase();
    return new StackFunction(
        id,
        path,
        names.of(id),
        role,
        function,
        profile.settings(),
        access,
        wantsVpc && spec.getNetwork().getPrivateSubnetsCount() > 0,
        feeds(path, role, function),
        filterPolicy(role, function));
  }

  private FunctionAccess defaultAccess(StandardFunction role) {
    FunctionAccess.Builder access = FunctionAccess.newBuilder();
    switch (role) {
      case API_PROCESSOR -> {
        sendToTasks(access);
        access.setPublish(hasTopic()).setDatabase(spec.hasDatabase());
        access.setPutEvents(isOn(spec.getEvents().hasEnabled(), spec.getEvents().getEnabled()));
        access.setStartPipeline(
            isOn(spec.getDataPipeline().hasEnabled(), spec.getDataPipeline().getEnabled()));
      }
      case DATA_PROCESSOR -> access.setPublish(hasTopic()).setDatabase(spec.hasDatabase());
      case FILE_PROCESSOR -> {
        if (spec.getStorage().hasUploadBucket()) {
          access
              .addReadBuilder()
              .setBucket(spec.getStorage().getUploadBucket())
              .setPrefix(UPLOAD_PREFIX);
        }
        if (spec.getStorage().hasProcessedBucket()) {
          access
              .addWriteBuilder()
              .setBucket(spec.getStorage().getProcessedBucket())
              .setPrefix(PROCESSED_PREFIX);
        }
      }
      case SCHEDULER -> {
        sendToTasks(access);
        access.setPublish(hasTopic());
      }
      case NOTIFICATION_HANDLER -> access.addAllSecrets(spec.getSecrets().getApiKeyArnsList());
      case AUTH_HANDLER -> {
        if (spec.getSecrets().hasJwtSecretArn()) {
          access.addSecrets(spec.getSecrets().getJwtSecretArn());
        }
      }
    }
    return access.build();
  }

  /** Where files arrive, and where they go: apart, so that no result is taken for a new file. */
  static final String UPLOAD_PREFIX = "incoming/";

  private static final String PROCESSED_PREFIX = "processed/";

  private void sendToTasks(FunctionAccess.Builder access) {
    if (isOnQueue(spec.getQueues().getTask())) {
      access.addSendTo(TASK);
    }
  }

  private boolean hasTopic() {
    return isOn(
        spec.getNotificationsTopic().hasEnabled(), spec.getNotificationsTopic().getEnabled());
  }

  private List<QueueFeed> feeds(
      String path, Optional<StandardFunction> role, ComputeFunction function) {
    int concurrency = profile.settings().queueConcurrency();
    List<QueueFeed> feeds = new ArrayList<>();
    for (int i = 0; i < function.getQueuesCount(); i++) {
      String at = FieldPath.index(FieldPath.field(path, "queues"), i);
      feeds.add(new QueueFeed(at, function.getQueues(i), concurrency));
    }
    if (feeds.isEmpty()) {
      defaultQueue(role)
          .map(queue -> QueueTrigger.newBuilder().setQueue(queue).build())
          .ifPresent(trigger -> feeds.add(new QueueFeed(path, trigger, concurrency)));
    }
    return List.copyOf(feeds);
  }

  private Optional<String> defaultQueue(Optional<StandardFunction> role) {
    return role.flatMap(
        standard ->
            switch (standard) {
              case DATA_PROCESSOR ->
                  isOnQueue(spec.getQueues().getTask()) ? Optional.of(TASK) : Optional.empty();
              case NOTIFICATION_HANDLER ->
                  isOnQueue(spec.getQueues().getNotification())
                      ? Optional.of(NOTIFICATION)
                      : Optional.empty();
              case API_PROCESSOR, FILE_PROCESSOR, SCHEDULER, AUTH_HANDLER -> Optional.empty();
            });
  }

  private Optional<String> filterPolicy(Optional<StandardFunction> role, ComputeFunction function) {
    boolean handler = role.filter(r -> r == StandardFunction.NOTIFICATION_HANDLER).isPresent();
    TopicTrigger topic = function.getTopic();
    boolean on = isOn(topic.hasEnabled(), topic.getEnabled());
    if (!hasTopic() || !on || !(handler || function.hasTopic())) {
      return Optional.empty();
    }
    boolean byDefault = handler && topic.getFilterPolicy().isEmpty();
    return Optional.of(byDefault ? HIGH_PRIORITY : topic.getFilterPolicy());
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

  private List<Placed<EventRule>> rules() {
    List<Placed<EventRule>> rules = new ArrayList<>();
    if (!isOn(spec.getEvents().hasEnabled(), spec.getEvents().getEnabled())) {
      return rules;
    }
    List<EventRule> entries = spec.getEvents().getRulesList();
    for (int i = 0; i < entries.size(); i++) {
      if (isOn(entries.get(i).hasEnabled(), entries.get(i).getEnabled())) {
        rules.add(new Placed<>(FieldPath.index("spec.events.rules", i), entries.get(i)));
      }
    }
    if (entries.isEmpty() && isOnQueue(spec.getQueues().getTask())) {
      EventRule work =
          EventRule.newBuilder()
              .setName("work_requested")
              .setPattern("{\"detail-type\":[\"WorkRequested\"]}")
              .setQueue(TASK)
              .putInputPaths("detail", "$.detail")
              .putInputPaths("id", "$.id")
              .setInputTemplate("{\"id\":<id>,\"detail\":<detail>}")
              .build();
      rules.add(new Placed<>("spec.events", work));
    }
    return List.copyOf(rules);
  }

  private List<Placed<FileEvent>> fileEvents(List<StackFunction> functions) {
    List<Placed<FileEvent>> events = new ArrayList<>();
    boolean hasBucket = Values.of(spec.getStorage().getUploadBucket()).isPresent();
    if (!isOn(spec.getFileEvents().hasEnabled(), spec.getFileEvents().getEnabled())) {
      return events;
    }
    List<FileEvent> entries = spec.getFileEvents().getEntriesList();
    for (int i = 0; i < entries.size(); i++) {
      if (hasBucket || entries.get(i).hasBucket()) {
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

  private static boolean isOnQueue(Queue queue) {
    return isOn(queue.hasEnabled(), queue.getEnabled());
  }

  private static boolean isOn(boolean given, boolean value) {
    return ComputeStack.isOn(given, value);
  }
}
