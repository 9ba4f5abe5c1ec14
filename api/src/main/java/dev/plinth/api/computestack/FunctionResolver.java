/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.AwsComputeStackSpec;
import dev.plinth.proto.computestack.ComputeFunction;
import dev.plinth.proto.computestack.FunctionAccess;
import dev.plinth.proto.computestack.QueueTrigger;
import dev.plinth.proto.computestack.TopicTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the defaults in the place of what a manifest leaves out of its functions. */
final class FunctionResolver {
  private static final String HIGH_PRIORITY = "{\"priority\":[\"high\"]}";

  /** Not where files arrive, so that no result is taken for a new file. */
  private static final String PROCESSED_PREFIX = "processed/";

  private final AwsComputeStackSpec spec;
  private final StackProfile profile;
  private final ResourceNames names;

  FunctionResolver(AwsComputeStackSpec spec, StackProfile profile, ResourceNames names) {
    this.spec = spec;
    this.profile = profile;
    this.names = names;
  }

  List<StackFunction> resolve() {
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
        wantsVpc,
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
        access.setPutEvents(
            ComputeStack.isOn(spec.getEvents().hasEnabled(), spec.getEvents().getEnabled()));
        access.setStartPipeline(
            ComputeStack.isOn(
                spec.getDataPipeline().hasEnabled(), spec.getDataPipeline().getEnabled()));
      }
      case DATA_PROCESSOR -> access.setPublish(hasTopic()).setDatabase(spec.hasDatabase());
      case FILE_PROCESSOR -> {
        if (spec.getStorage().hasUploadBucket()) {
          access
              .addReadBuilder()
              .setBucket(spec.getStorage().getUploadBucket())
              .setPrefix(StackResolver.UPLOAD_PREFIX);
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

  private void sendToTasks(FunctionAccess.Builder access) {
    if (StackResolver.isOnQueue(spec.getQueues().getTask())) {
      access.addSendTo(StackResolver.TASK);
    }
  }

  private boolean hasTopic() {
    return ComputeStack.isOn(
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
                  StackResolver.isOnQueue(spec.getQueues().getTask())
                      ? Optional.of(StackResolver.TASK)
                      : Optional.empty();
              case NOTIFICATION_HANDLER ->
                  StackResolver.isOnQueue(spec.getQueues().getNotification())
                      ? Optional.of(StackResolver.NOTIFICATION)
                      : Optional.empty();
              case API_PROCESSOR, FILE_PROCESSOR, SCHEDULER, AUTH_HANDLER -> Optional.empty();
            });
  }

  private Optional<String> filterPolicy(Optional<StandardFunction> role, ComputeFunction function) {
    boolean handler = role.filter(r -> r == StandardFunction.NOTIFICATION_HANDLER).isPresent();
    TopicTrigger topic = function.getTopic();
    boolean on = ComputeStack.isOn(topic.hasEnabled(), topic.getEnabled());
    if (!hasTopic() || !on || !(handler || function.hasTopic())) {
      return Optional.empty();
    }
    // Without the queue nobody else would get the rest.
    boolean shares =
        handler
            && topic.getFilterPolicy().isEmpty()
            && StackResolver.isOnQueue(spec.getQueues().getNotification());
    return Optional.of(shares ? HIGH_PRIORITY : topic.getFilterPolicy());
  }
}
