/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.telemetry;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the environment says of traces, in the names of OpenTelemetry's specification. */
final class TelemetryConfig {
  private static final String PREFIX = "OTEL_";

  /** A command does not wait longer than this for its collector, whatever time that is given. */
  private static final long MOST_PATIENCE_MILLIS = 3000;

  private static final String TIMEOUT = "otel.exporter.otlp.timeout";

  private final Map<String, String> variables;

  TelemetryConfig(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The SDK's properties. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("otel.service.name", "plinth");
    properties.put("otel.exporter.otlp.protocol", "http/protobuf");
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !value.isEmpty()) {
            properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    properties.put("otel.metrics.exporter", "none");
    properties.put("otel.logs.exporter", "none");
    // A collector that is away must not keep the command waiting.
    properties.put("otel.java.exporter.otlp.retry.disabled", "true");
    return properties;
  }

  /** How long to wait for the collector at the end. */
  Duration patience() {
    String timeout = properties().getOrDefault(TIMEOUT, "");
    boolean number = !timeout.isEmpty() && timeout.length() < 10;
    return Duration.ofMillis(
        number && timeout.chars().allMatch(Character::isDigit)
            ? Math.min(MOST_PATIENCE_MILLIS, Long.parseLong(timeout))
            : MOST_PATIENCE_MILLIS);
  }

  /** The span of whoever has started the command, as {@code TRACEPARENT} names it. */
  Context parent() {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), variables, Variables.INSTANCE);
  }

  private enum Variables implements TextMapGetter<Map<String, String>> {
    INSTANCE;

    @Override
    public @Nullable String get(@Nullable Map<String, String> variables, String key) {
      return variables == null ? null : variables.get(key.toUpperCase(Locale.ROOT));
    }
  }
}
