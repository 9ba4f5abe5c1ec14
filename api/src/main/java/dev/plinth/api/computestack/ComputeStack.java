/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackSpec;
import dev.plinth.proto.computestack.FileEvent;
import dev.plinth.proto.computestack.Schedule;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.rules.notification.ObjectEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A manifest with all its defaults. References that are not resolved yet count as given, with a
 * value that is nobody's.
 *
 * @param functions in the order of the six roles, then of the manifest; none that is switched off
 * @param queues task and notification, then the further ones; none that is switched off
 * @param schedules none that is switched off
 * @param rules none that is switched off
 * @param fileEvents none that is switched off, or lacks a bucket
 * @param routes of the HTTP API; none when there is no API
 */
public record ComputeStack(
    AwsComputeStack manifest,
    StackProfile profile,
    ResourceNames names,
    List<StackFunction> functions,
    List<StackQueue> queues,
    List<Placed<Schedule>> schedules,
    List<StackEventRule> rules,
    List<Placed<FileEvent>> fileEvents,
    List<StackRoute> routes) {
  private static final List<String> CREATED = List.of("s3:ObjectCreated:*");
  private static final int ACCOUNT_LIMIT = 1000;
  private static final int BREAKER_ERROR_RATE = 50;
  private static final int BREAKER_PROBE_SECONDS = 300;

  /** The stack that a manifest describes. */
  public static ComputeStack of(AwsComputeStack manifest) {
    return new StackResolver(manifest).resolve();
  }

  /** Everything as the manifest says it. */
  public AwsComputeStackSpec spec() {
    return manifest.getSpec();
  }

  /** What the profile sets. */
  public ProfileSettings settings() {
    return profile.settings();
  }

  /** A function by its id. */
  public Optional<StackFunction> function(String id) {
    return functions.stream().filter(function -> function.id().equals(id)).findFirst();
  }

  /** One of the six, unless it is switched off. */
  public Optional<StackFunction> function(StandardFunction role) {
    return function(role.id());
  }

  /** A queue by its id. */
  public Optional<StackQueue> queue(String id) {
    return queues.stream().filter(queue -> queue.id().equals(id)).findFirst();
  }

  /** Whether there is a notifications topic. */
  public boolean hasTopic() {
    return isOn(
        spec().getNotificationsTopic().hasEnabled(), spec().getNotificationsTopic().getEnabled());
  }

  /** Name of the notifications topic. */
  public String topicName() {
    return names.of("notifications");
  }

  /** Whether the notification queue gets what the topic says. */
  public boolean queueIsSubscribed() {
    return hasTopic() && queue(StackResolver.NOTIFICATION).isPresent();
  }

  /** Whether there is a bus, and rules. */
  public boolean hasEvents() {
    return isOn(spec().getEvents().hasEnabled(), spec().getEvents().getEnabled());
  }

  /** Name of the bus. */
  public String busName() {
    return busNameOf(names);
  }

  static String busNameOf(ResourceNames names) {
    return names.of("events");
  }

  /** Whether there is a data pipeline. */
  public boolean hasPipeline() {
    return isOn(spec().getDataPipeline().hasEnabled(), spec().getDataPipeline().getEnabled());
  }

  /** Name of the data pipeline. */
  public String pipelineName() {
    return names.of("data_pipeline");
  }

  /** Whether there are alarms, and with them the alerts topic. */
  public boolean hasAlarms() {
    return isOn(spec().getAlarms().hasEnabled(), spec().getAlarms().getEnabled());
  }

  /** Name of the alerts topic. */
  public String alertsName() {
    return names.of("alerts");
  }

  /** Whether there is a dashboard. */
  public boolean hasDashboard() {
    return isOn(spec().getDashboard().hasEnabled(), spec().getDashboard().getEnabled());
  }

  /** Whether there is an HTTP API; it needs something to lead to. */
  public boolean hasHttpApi() {
    return !routes.isEmpty();
  }

  /** Whether there is to be an HTTP API: by the manifest, or by the profile. */
  public boolean wantsHttpApi() {
    return RouteResolver.isWanted(spec(), profile);
  }

  /** Whether the auth handler authorizes requests of the HTTP API. */
  public boolean hasAuthorizer() {
    return routes.stream().anyMatch(StackRoute::asksAuthHandler);
  }

  /** Origins whose pages may call a URL or the API: those that are listed, or the deploy domain. */
  public List<String> origins(List<String> listed) {
    if (!listed.isEmpty()) {
      return listed;
    }
    if (!spec().getDeployDomain().isEmpty()) {
      return List.of("https://" + spec().getDeployDomain());
    }
    return profile == StackProfile.DEVELOPMENT ? List.of("*") : List.of();
  }

  /** Whether there is to be a circuit breaker, if it finds something to pause. */
  public boolean wantsBreaker() {
    return isOn(spec().getCircuitBreaker().hasEnabled(), spec().getCircuitBreaker().getEnabled());
  }

  /**
   * The feed that the circuit breaker pauses: the first of the data processor; empty when there is
   * no breaker.
   */
  public Optional<QueueFeed> brokenFeed() {
    return wantsBreaker()
        ? function(StandardFunction.DATA_PROCESSOR)
            .flatMap(function -> function.queues().stream().filter(QueueFeed::enabled).findFirst())
        : Optional.empty();
  }

  /** Share of failed invocations that opens the circuit breaker. */
  public int breakerErrorRatePercent() {
    int asked = spec().getCircuitBreaker().getErrorRatePercent();
    return asked > 0 ? asked : BREAKER_ERROR_RATE;
  }

  /** Wait before each probe of the circuit breaker. */
  public int breakerProbeSeconds() {
    int asked = spec().getCircuitBreaker().getProbeIntervalSeconds();
    return asked > 0 ? asked : BREAKER_PROBE_SECONDS;
  }

  /** Concurrent executions of the account. */
  public int accountConcurrency() {
    int asked = spec().getConcurrency().getAccountLimit();
    return asked > 0 ? asked : ACCOUNT_LIMIT;
  }

  /** Whether a function is called by those who do not wait for its answer. */
  public boolean isAsynchronous(StackFunction function) {
    String id = function.id();
    return (hasTopic() && function.filterPolicy().isPresent())
        || schedules.stream().anyMatch(schedule -> scheduled(schedule).equals(id))
        || anyRule(target -> target.spec().getFunction().equals(id))
        || fileEvents.stream().anyMatch(event -> notified(event).equals(id));
  }

  /** Whether the events of some rule go to such a target. */
  public boolean anyRule(Predicate<StackTarget> such) {
    return rules.stream().anyMatch(rule -> rule.leadsTo(such));
  }

  /** Name of the queue that gets what an asynchronous function could not process. */
  public String failuresQueue(StackFunction function) {
    return function.name() + "-dlq";
  }

  /** The function that a schedule runs. */
  public static String scheduled(Placed<Schedule> schedule) {
    String function = schedule.spec().getFunction();
    return function.isEmpty() ? StandardFunction.SCHEDULER.id() : function;
  }

  /** The function that an object starts. */
  public static String notified(Placed<FileEvent> event) {
    String function = event.spec().getFunction();
    return function.isEmpty() ? StandardFunction.FILE_PROCESSOR.id() : function;
  }

  /** The bucket that a notification is about. */
  public String bucketOf(Placed<FileEvent> event) {
    return Values.of(bucketFieldOf(event)).orElseThrow();
  }

  /** The same as the manifest has it: equal references lead to one bucket. */
  public StringValueOrRef bucketFieldOf(Placed<FileEvent> event) {
    return Values.of(event.spec().getBucket()).isPresent()
        ? event.spec().getBucket()
        : spec().getStorage().getUploadBucket();
  }

  /** What a notification is about. */
  public static ObjectEvents eventsOf(Placed<FileEvent> event) {
    FileEvent spec = event.spec();
    List<String> events = spec.getEventsCount() == 0 ? CREATED : spec.getEventsList();
    return new ObjectEvents(events, spec.getPrefix(), spec.getSuffix());
  }

  /** The key that encrypts queues, topics and environments. */
  public Optional<String> kmsKeyArn() {
    return Values.of(spec().getSecurity().getKmsKeyArn());
  }

  /** The key that encrypts log groups. */
  public Optional<String> logsKmsKeyArn() {
    return Values.of(spec().getSecurity().getLogsKmsKeyArn());
  }

  /** The private subnets. */
  public List<String> subnetIds() {
    return Values.of(spec().getNetwork().getPrivateSubnetsList());
  }

  /** The security groups of a function in the VPC. */
  public List<String> securityGroupIds(StackFunction function) {
    List<String> groups =
        new ArrayList<>(Values.of(spec().getSecurity().getFunctionSecurityGroupsList()));
    if (function.access().getDatabase()) {
      Values.of(spec().getDatabase().getClientSecurityGroup())
          .filter(group -> !groups.contains(group))
          .ifPresent(groups::add);
    }
    return groups;
  }

  static boolean isOn(boolean given, boolean value) {
    return !given || value;
  }
}
