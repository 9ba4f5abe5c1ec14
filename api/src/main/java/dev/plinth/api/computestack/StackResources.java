/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.api.computestack.NamedResource.Part;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.BusinessMetric;
import dev.plinth.proto.computestack.FileEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The resources of a stack whose names follow from what its manifest calls its parts, and those
 * beside them that always have the same names.
 */
public final class StackResources {
  private static final Part SCHEDULES = new Part("the schedules", "");
  private static final Part BUS = new Part("the event bus", "");
  private static final Part PIPELINE = new Part("the data pipeline", "");
  private static final Part BREAKER = new Part("the circuit breaker", "");
  private static final Part HTTP_API = new Part("the HTTP API", "");

  private final ComputeStack stack;
  private final List<NamedResource> resources = new ArrayList<>();

  private StackResources(ComputeStack stack) {
    this.stack = stack;
  }

  /** Those of a stack; none of a part that lacks its name. */
  public static List<NamedResource> of(ComputeStack stack) {
    StackResources all = new StackResources(stack);
    all.addFixed();
    stack.functions().stream().filter(f -> !f.id().isEmpty()).forEach(all::addFunction);
    stack.queues().stream().filter(q -> !q.id().isEmpty()).forEach(all::addQueue);
    stack.schedules().stream()
        .filter(s -> !s.spec().getName().isEmpty())
        .forEach(s -> all.addSchedule(s.spec().getName(), s.path()));
    stack.rules().stream().filter(r -> !r.id().isEmpty()).forEach(all::addRule);
    stack.fileEvents().stream()
        .filter(event -> !event.spec().getName().isEmpty())
        .forEach(all::addFileEvent);
    all.addMetrics();
    return List.copyOf(all.resources);
  }

  private void addFixed() {
    if (!stack.schedules().isEmpty()) {
      add(ResourceSort.ROLE, "schedules", SCHEDULES);
      addDeadLetters("schedules", SCHEDULES);
    }
    if (!stack.rules().isEmpty()) {
      addDeadLetters("events", BUS);
    }
    if (stack.anyRule(target -> target.spec().getPipeline())) {
      add(ResourceSort.ROLE, "events", BUS);
    }
    if (stack.hasPipeline()) {
      addWorkflow("data_pipeline", PIPELINE);
      addAlarm("data_pipeline-failures", PIPELINE);
      addAlarm("data_pipeline-timeouts", PIPELINE);
    }
    if (stack.brokenFeed().isPresent()) {
      addWorkflow("circuit_breaker", BREAKER);
      add(ResourceSort.ROLE, "circuit_breaker-start", BREAKER);
      add(ResourceSort.RULE, StackEventRule.DEFAULT_BUS, "circuit_breaker", BREAKER);
      // It has its alarm even where the stack has no others: the alarm is what opens it.
      add(ResourceSort.ALARM, "circuit_breaker", BREAKER);
      addDeadLetters("circuit_breaker", BREAKER);
      addAlarm("circuit_breaker-failures", BREAKER);
      addAlarm("circuit_breaker-timeouts", BREAKER);
    }
    if (stack.hasHttpApi()) {
      String logs = "/aws/apigateway/" + stack.names().of("api");
      resources.add(new NamedResource(ResourceSort.LOG_GROUP, "", "api", logs, HTTP_API));
      stack.routes().stream()
          .map(StackRoute::function)
          .filter(id -> !id.isEmpty())
          .distinct()
          .forEach(id -> addPermission(id, "api", HTTP_API));
      if (stack.hasAuthorizer()) {
        addPermission(StandardFunction.AUTH_HANDLER.id(), "api", HTTP_API);
      }
    }
    if (stack.queueIsSubscribed()) {
      Part topic = subscriptionOf("the notification queue");
      addUnnamed(ResourceSort.SUBSCRIPTION, StackResolver.NOTIFICATION, topic);
      addDeadLetters("topic-" + StackResolver.NOTIFICATION, topic);
    }
    if (stack.hasAlarms()) {
      for (int i = 0; i < stack.spec().getAlarms().getEmailsCount(); i++) {
        addUnnamed(ResourceSort.SUBSCRIPTION, "alerts-email" + i, new Part("the alerts", ""));
      }
    }
    if (stack.spec().getStorage().hasArtifactBucket()
        && stack.functions().stream().anyMatch(function -> !function.hasOwnCode())) {
      addUnnamed(
          ResourceSort.CODE_OBJECT, "functions", new Part("the project's own functions", ""));
    }
  }

  private void addWorkflow(String id, Part part) {
    add(ResourceSort.ROLE, id, part);
    add(ResourceSort.STATE_MACHINE, id, part);
    String logs = "/aws/vendedlogs/states/" + stack.names().of(id);
    resources.add(new NamedResource(ResourceSort.LOG_GROUP, "", id, logs, part));
  }

  private void addFunction(StackFunction function) {
    String id = function.id();
    Part part = partOf(function);
    add(ResourceSort.FUNCTION, id, part);
    add(ResourceSort.ROLE, id, part);
    resources.add(new NamedResource(ResourceSort.LOG_GROUP, "", id, function.logGroup(), part));
    add(ResourceSort.METRIC_FILTER, id, id + "-cold-starts", coldStartsOf(function));
    for (String watched :
        List.of("errors", "duration", "throttles", "concurrency", "cold-starts")) {
      addAlarm(id + "-" + watched, part);
    }
    if (stack.isAsynchronous(function) || function.spec().getStreamsCount() > 0) {
      addDeadLetters(id, part);
    }
    if (stack.hasTopic() && function.filterPolicy().isPresent()) {
      Part topic = subscriptionOf(id);
      addUnnamed(ResourceSort.SUBSCRIPTION, id, topic);
      addDeadLetters("topic-" + id, topic);
      addPermission(id, "topic", topic);
    }
    for (QueueFeed feed : function.queues()) {
      Part trigger = new Part("the queue " + feed.queue(), FieldPath.field(feed.path(), "queue"));
      addUnnamed(ResourceSort.MAPPING, id + "-" + feed.queue(), trigger);
    }
    for (int i = 0; i < function.spec().getStreamsCount(); i++) {
      Part stream = new Part("stream " + i + " of " + id, "");
      addUnnamed(ResourceSort.MAPPING, id + "-stream" + i, stream);
    }
    addUrlPermissions(function);
    if (stack.spec().getStorage().hasArtifactBucket()
        && !function.spec().getCode().getLocalPath().isEmpty()) {
      addUnnamed(ResourceSort.CODE_OBJECT, id, part);
    }
  }

  private void addUrlPermissions(StackFunction function) {
    List<String> callers = new ArrayList<>();
    if (function.hasPublicUrl()) {
      callers.add("public");
    }
    if (function.hasUrl()) {
      for (int i = 0; i < function.spec().getUrl().getInvokersCount(); i++) {
        callers.add("invoker" + i);
      }
    }
    Part url = new Part("the URL of " + function.id(), "");
    for (String caller : callers) {
      addPermission(function.id(), caller + "-url", url);
      // For everybody this one comes with the URL.
      if (!caller.equals("public")) {
        addPermission(function.id(), caller + "-invoke", url);
      }
    }
  }

  private static Part partOf(StackFunction function) {
    return new Part("the function " + function.id(), nameOf(function.path()));
  }

  private static Part subscriptionOf(String subscriber) {
    return new Part("the subscription of " + subscriber + " to the topic", "");
  }

  private static Part coldStartsOf(StackFunction function) {
    return new Part("the count of cold starts of " + function.id(), "");
  }

  private void addQueue(StackQueue queue) {
    Part part = new Part("the queue " + queue.id(), nameOf(queue.path()));
    add(ResourceSort.QUEUE, queue.id(), part);
    addDeadLetters(queue.id(), part);
    addAlarm(queue.id() + "-age", part);
  }

  private void addSchedule(String name, String path) {
    add(ResourceSort.SCHEDULE, name, new Part("the schedule " + name, nameOf(path)));
  }

  private void addRule(StackEventRule rule) {
    String name = rule.id();
    Part part = new Part("the rule " + name, nameOf(rule.path()));
    add(ResourceSort.RULE, rule.bus(), name, part);
    rule.targets().stream()
        .map(target -> target.spec().getFunction())
        .filter(function -> !function.isEmpty())
        .forEach(function -> addPermission(function, name, part));
  }

  private void addFileEvent(Placed<FileEvent> event) {
    String name = event.spec().getName();
    Part part = new Part("the file event " + name, nameOf(event.path()));
    addPermission(ComputeStack.notified(event), name, part);
  }

  private void addMetrics() {
    for (int i = 0; i < stack.spec().getBusinessMetricsCount(); i++) {
      BusinessMetric metric = stack.spec().getBusinessMetrics(i);
      if (metric.getName().isEmpty()) {
        continue;
      }
      String path = FieldPath.index("spec.business_metrics", i);
      add(
          ResourceSort.METRIC_FILTER,
          metric.getFunction(),
          metric.getFunction() + "-" + metric.getName(),
          new Part("the business metric " + metric.getName(), nameOf(path)));
    }
  }

  /** Only what stands in a list of the manifest has a name there; the others are defaults. */
  private static String nameOf(String path) {
    return path.endsWith("]") ? FieldPath.field(path, "name") : "";
  }

  private void addDeadLetters(String serves, Part part) {
    add(ResourceSort.QUEUE, serves + "-dlq", part);
    addAlarm(serves + "-dlq-depth", part);
  }

  private void addAlarm(String id, Part part) {
    if (stack.hasAlarms()) {
      add(ResourceSort.ALARM, id, part);
    }
  }

  private void addPermission(String function, String name, Part part) {
    addUnnamed(ResourceSort.PERMISSION, function + "-" + name, part);
  }

  private void addUnnamed(ResourceSort sort, String logicalName, Part part) {
    resources.add(new NamedResource(sort, "", logicalName, "", part));
  }

  private void add(ResourceSort sort, String id, Part part) {
    add(sort, "", id, part);
  }

  private void add(ResourceSort sort, String scope, String id, Part part) {
    resources.add(new NamedResource(sort, scope, id, stack.names().of(id), part));
  }
}
