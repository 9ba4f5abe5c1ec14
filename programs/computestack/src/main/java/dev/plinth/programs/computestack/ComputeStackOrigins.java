/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackRoute;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.programs.awslambda.LookupOrigins;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.FunctionCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where in the manifest a resource comes from. Logical names begin with what the manifest calls the
 * part, up to the first hyphen, so that the part is found again.
 */
public final class ComputeStackOrigins {
  private static final Map<String, String> FUNCTION_FIELDS =
      Map.ofEntries(
          Map.entry("description", "description"),
          Map.entry("memorySize", "memory_mb"),
          Map.entry("timeout", "timeout_seconds"),
          Map.entry("reservedConcurrentExecutions", "reserved_concurrency"),
          Map.entry("environment", "environment"),
          Map.entry("layers", "layers"),
          Map.entry("architectures", "architecture"),
          Map.entry("runtime", "code.runtime"),
          Map.entry("handler", "code.handler"),
          Map.entry("code", "code.local_path"),
          Map.entry("s3Bucket", "code.s3.bucket"),
          Map.entry("s3Key", "code.s3.key"),
          Map.entry("s3ObjectVersion", "code.s3.object_version"),
          Map.entry("imageUri", "code.image_uri"),
          Map.entry("vpcConfig", "vpc"),
          Map.entry("tracingConfig", "tracing"),
          Map.entry("loggingConfig", "log_level"),
          Map.entry("retentionInDays", "log_retention_days"));

  private static final Map<String, String> QUEUE_FIELDS =
      Map.of(
          "visibilityTimeoutSeconds", "visibility_timeout_seconds",
          "messageRetentionSeconds", "retention_seconds",
          "delaySeconds", "delay_seconds",
          "receiveWaitTimeSeconds", "receive_wait_seconds",
          "redrivePolicy", "max_receive_count");

  private static final Map<String, String> ROUTE_FIELDS =
      Map.of("routeKey", "path", "authorizationType", "authorization");

  private final ComputeStack stack;
  private final Map<String, StackRoute> routes = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, String> queues = new HashMap<>();

  /** For a manifest. */
  public ComputeStackOrigins(AwsComputeStack manifest) {
    stack = ComputeStack.of(manifest);
    stack.schedules().forEach(part -> parts.put(part.spec().getName(), part.path()));
    stack.rules().forEach(rule -> parts.put(rule.id(), rule.path()));
    stack.rules().stream()
        .flatMap(rule -> rule.targets().stream())
        .forEach(target -> targets.put(target.logicalName(), target.path()));
    for (int i = 0; i < stack.spec().getLayersCount(); i++) {
      parts.put(stack.spec().getLayers(i).getName(), FieldPath.index("spec.layers", i));
    }
    parts.putAll(
        Map.of(
            "notifications", "spec.notifications_topic",
            "topic", "spec.notifications_topic",
            "alerts", "spec.alarms",
            "schedules", "spec.schedules",
            "events", "spec.events",
            "data_pipeline", "spec.data_pipeline",
            "circuit_breaker", "spec.circuit_breaker",
            "dashboard", "spec.dashboard",
            "api", "spec.http_api"));
    stack.functions().forEach(part -> parts.put(part.id(), part.path()));
    stack.routes().forEach(route -> routes.put(route.logicalName(), route));
    stack.queues().forEach(part -> queues.put(part.id(), part.path()));
  }

  /**
   * The field that makes the program look something up.
   *
   * @param token the function that looks
   * @param argument the function's arguments, by name
   */
  public Optional<String> ofLookup(String token, Function<String, Optional<String>> argument) {
    return stack.functions().stream()
        .filter(StackFunction::hasOwnCode)
        .flatMap(
            function ->
                lookups(function.spec().getCode()).find(token, argument).stream()
                    .map(field -> FieldPath.field(function.path() + ".code", field)))
        .findFirst();
  }

  private static LookupOrigins lookups(FunctionCode code) {
    return new LookupOrigins(
        code.getS3().getBucket().getValue(), code.getS3().getKey(), code.getImageUri());
  }

  /**
   * The field that a property was set from, or that describes the resource.
   *
   * @param type the resource's type token
   * @param name its logical name
   * @param property a Pulumi property path; empty for the resource as a whole
   */
  public Optional<String> of(String type, String name, String property) {
    if (type.equals("pulumi:providers:aws")) {
      return property.equals("region") ? Optional.of("spec.region") : Optional.empty();
    }
    int hyphen = name.indexOf('-');
    String part = hyphen < 0 ? name : name.substring(0, hyphen);
    if (type.startsWith("aws:s3/bucketNotification")) {
      return Optional.of("spec.file_events");
    }
    StackRoute route = routes.get(name);
    if (route != null && type.startsWith("aws:apigatewayv2/route:")) {
      String known = route.isDeclared() ? ROUTE_FIELDS.get(property) : null;
      return Optional.of(known == null ? route.at() : FieldPath.field(route.at(), known));
    }
    if (targets.containsKey(name) && type.startsWith("aws:cloudwatch/eventTarget:")) {
      return Optional.of(targets.get(name));
    }
    boolean queue = type.startsWith("aws:sqs/") && queues.containsKey(part);
    String path = queue ? queues.get(part) : parts.getOrDefault(part, queues.get(part));
    if (path == null) {
      return Optional.empty();
    }
    String field = property.replaceAll("[.\\[].*", "");
    String known = (queue ? QUEUE_FIELDS : FUNCTION_FIELDS).get(field);
    boolean hasFields =
        queue || type.startsWith("aws:lambda/function:") || type.contains("logGroup:");
    return Optional.of(known == null || !hasFields ? path : FieldPath.field(path, known));
  }
}
