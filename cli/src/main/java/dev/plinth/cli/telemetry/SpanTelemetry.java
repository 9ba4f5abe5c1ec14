/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.telemetry;

import dev.plinth.aws.client.CallWatch;
import dev.plinth.cli.env.Env;
import dev.plinth.engine.event.EngineEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Spans, exported by OpenTelemetry's SDK as its environment variables say. */
final class SpanTelemetry implements Telemetry {
  /** What the SDK logs is told in a line of our own. Held, for a logger may be collected. */
  private static final Logger SDK_LOG = Logger.getLogger("io.opentelemetry");

  private final Env env;
  private final TelemetryConfig config;
  private final OpenTelemetrySdk sdk;
  private final Delivery delivery;
  private final Tracer tracer;
  private final Span command;
  private final Context context;

  private SpanTelemetry(
      Env env, TelemetryConfig config, OpenTelemetrySdk sdk, Delivery delivery, String name) {
    this.env = env;
    this.config = config;
    this.sdk = sdk;
    this.delivery = delivery;
    this.tracer = sdk.getTracer("dev.plinth");
    this.command = tracer.spanBuilder(name).setParent(config.parent()).startSpan();
    this.context = config.parent().with(command);
  }

  /** A collector that cannot be used is told of, and keeps nobody from deploying. */
  static Telemetry start(Env env, String name) {
    SDK_LOG.setLevel(Level.OFF);
    TelemetryConfig config = new TelemetryConfig(env.variables());
    Delivery delivery = new Delivery();
    try {
      OpenTelemetrySdk sdk =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesCustomizer(properties -> config.properties())
              .addSpanExporterCustomizer((exporter, properties) -> delivery.watching(exporter))
              .build()
              .getOpenTelemetrySdk();
      return new SpanTelemetry(env, config, sdk, delivery, name);
    } catch (RuntimeException e) {
      warn(env, "there are no traces of this command: " + e.getMessage());
      return NONE;
    }
  }

  @Override
  public Optional<Consumer<EngineEvent>> reader() {
    return Optional.of(new RunSpans(tracer, context));
  }

  @Override
  public CallWatch calls() {
    return new CallSpans(tracer, context);
  }

  @Override
  public void close() {
    command.end();
    boolean done =
        sdk.shutdown().join(config.patience().toMillis(), TimeUnit.MILLISECONDS).isDone();
    if (!done || delivery.hasFailed()) {
      warn(
          env,
          "the collector that OTEL_EXPORTER_OTLP_ENDPOINT names did not take the traces of this"
              + " command");
    }
  }

  private static void warn(Env env, String message) {
    env.err().print("warning: " + message + "\n");
    env.err().flush();
  }
}
