/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.api.computestack.access.Edge;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.computestack.access.PolicyDocument;
import dev.plinth.proto.computestack.BucketAccess;
import dev.plinth.proto.computestack.FunctionAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What follows from how a stack is wired: the edges of each function, and its environment. */
public final class Wiring {
  private static final int POSTGRESQL_PORT = 5432;

  private final ComputeStack stack;

  /** Of a stack. */
  public Wiring(ComputeStack stack) {
    this.stack = stack;
  }

  /** The policy of a function's role. */
  public String policyOf(StackFunction function, Identity identity) {
    return PolicyDocument.of(
        edgesOf(function).stream().flatMap(edge -> edge.statements(identity).stream()).toList());
  }

  /** All that a function's role must allow, and nothing else. */
  public List<Edge> edgesOf(StackFunction function) {
    FunctionAccess access = function.access();
    List<Edge> edges = new ArrayList<>();
    edges.add(new Edge.WriteLogs(function.logGroup()));
    if (function.traced()) {
      edges.add(new Edge.Trace());
    }
    if (function.inVpc()) {
      edges.add(new Edge.NetworkInterfaces());
    }
    addQueues(function, edges);
    if (access.getPublish() && stack.hasTopic()) {
      edges.add(new Edge.Publish(List.of(stack.topicName())));
    }
    if (access.getPutEvents() && stack.hasEvents()) {
      edges.add(new Edge.PutEvents(stack.busName()));
    }
    if (access.getStartPipeline() && stack.hasPipeline()) {
      edges.add(new Edge.StartExecution(stack.pipelineName()));
    }
    if (access.getReadCount() > 0) {
      edges.add(new Edge.ReadObjects(patterns(access.getReadList())));
    }
    if (access.getWriteCount() > 0) {
      edges.add(new Edge.WriteObjects(patterns(access.getWriteList())));
    }
    List<String> secrets = secretsOf(access);
    if (!secrets.isEmpty()) {
      edges.add(new Edge.ReadSecrets(secrets));
    }
    stack.kmsKeyArn().ifPresent(key -> edges.add(new Edge.UseKey(key, writesEncrypted(function))));
    List<String> keys = Values.of(access.getKeysList());
    if (!keys.isEmpty()) {
      edges.add(new Edge.UseKeys(keys, access.getWriteCount() > 0));
    }
    return List.copyOf(edges);
  }

  private void addQueues(StackFunction function, List<Edge> edges) {
    List<String> sendTo =
        function.access().getSendToList().stream()
            .flatMap(id -> stack.queue(id).stream())
            .map(StackQueue::name)
            .toList();
    if (!sendTo.isEmpty()) {
      edges.add(new Edge.SendMessages(sendTo));
    }
    List<String> consumed =
        function.queues().stream()
            .flatMap(feed -> stack.queue(feed.queue()).stream())
            .map(StackQueue::name)
            .toList();
    if (!consumed.isEmpty()) {
      edges.add(new Edge.ConsumeMessages(consumed));
    }
    List<String> streams =
        function.spec().getStreamsList().stream()
            .flatMap(stream -> Values.of(stream.getArn()).stream())
            .toList();
    if (!streams.isEmpty()) {
      edges.add(new Edge.ReadStreams(streams));
    }
    if (stack.isAsynchronous(function) || !streams.isEmpty()) {
      edges.add(new Edge.DeliverFailures(stack.failuresQueue(function)));
    }
  }

  private boolean writesEncrypted(StackFunction function) {
    return function.access().getSendToCount() > 0
        || function.access().getPublish()
        || function.spec().getStreamsCount() > 0
        || stack.isAsynchronous(function);
  }

  private List<String> secretsOf(FunctionAccess access) {
    List<String> secrets = new ArrayList<>(Values.of(access.getSecretsList()));
    if (access.getDatabase()) {
      Values.of(stack.spec().getDatabase().getSecretArn())
          .filter(secret -> !secrets.contains(secret))
          .ifPresent(secrets::add);
    }
    return secrets;
  }

  private static List<String> patterns(List<BucketAccess> accesses) {
    return accesses.stream()
        .map(access -> Values.of(access.getBucket()).orElse("") + "/" + access.getPrefix())
        .toList();
  }

  /** The environment variables of a function: what it is wired to, then those of the manifest. */
  public Map<String, String> environmentOf(StackFunction function, Identity identity) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PROJECT_NAME", stack.spec().getProjectName());
    put(environment, "ENVIRONMENT", stack.manifest().getMetadata().getEnv());
    put(environment, "DEPLOYMENT_ID", stack.spec().getDeploymentId());
    put(environment, "DEPLOY_DOMAIN", stack.spec().getDeployDomain());
    environment.put("LOG_LEVEL", function.applicationLogLevel());
    FunctionAccess access = function.access();
    for (String id : access.getSendToList()) {
      stack
          .queue(id)
          .ifPresent(
              queue ->
                  environment.put(
                      id.toUpperCase(Locale.ROOT) + "_QUEUE_URL", identity.queueUrl(queue.name())));
    }
    if (access.getPublish() && stack.hasTopic()) {
      environment.put("NOTIFICATIONS_TOPIC_ARN", identity.arn("sns", stack.topicName()));
    }
    if (access.getPutEvents() && stack.hasEvents()) {
      environment.put("EVENT_BUS_NAME", stack.busName());
    }
    if (access.getStartPipeline() && stack.hasPipeline()) {
      environment.put(
          "DATA_PIPELINE_ARN", identity.arn("states", "stateMachine:" + stack.pipelineName()));
    }
    putBuckets(environment, "READ_BUCKET", access.getReadList());
    putBuckets(environment, "WRITE_BUCKET", access.getWriteList());
    if (access.getDatabase()) {
      putDatabase(environment);
    }
    List<String> secrets = Values.of(access.getSecretsList());
    if (!secrets.isEmpty()) {
      environment.put("SECRET_ARNS", String.join(",", secrets));
    }
    environment.putAll(function.spec().getEnvironmentMap());
    return environment;
  }

  private void putDatabase(Map<String, String> environment) {
    Values.of(stack.spec().getDatabase().getEndpoint())
        .ifPresent(endpoint -> environment.put("DATABASE_ENDPOINT", endpoint));
    boolean hasPort = stack.spec().getDatabase().hasPort();
    int port = hasPort ? stack.spec().getDatabase().getPort().getValue() : POSTGRESQL_PORT;
    environment.put("DATABASE_PORT", String.valueOf(port));
    Values.of(stack.spec().getDatabase().getSecretArn())
        .ifPresent(secret -> environment.put("DATABASE_SECRET_ARN", secret));
  }

  private static void putBuckets(
      Map<String, String> environment, String variable, List<BucketAccess> accesses) {
    Optional<BucketAccess> first = accesses.stream().findFirst();
    first.ifPresent(
        access -> {
          environment.put(variable, Values.of(access.getBucket()).orElse(""));
          put(environment, variable + "_PREFIX", access.getPrefix());
        });
  }

  private static void put(Map<String, String> environment, String name, String value) {
    if (!value.isEmpty()) {
      environment.put(name, value);
    }
  }
}
