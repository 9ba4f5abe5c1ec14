/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.telemetry;

import dev.plinth.aws.client.CallWatch;
import dev.plinth.cli.env.Env;
import dev.plinth.engine.event.EngineEvent;
import java.util.Optional;
import java.util.function.Consumer;

/** Observes a command for those who trace it. */
public interface Telemetry extends AutoCloseable {

  /** Observes nothing. */
  Telemetry NONE =
      new Telemetry() {
        @Override
        public Optional<Consumer<EngineEvent>> reader() {
          return Optional.empty();
        }

        @Override
        public CallWatch calls() {
          return CallWatch.NONE;
        }

        @Override
        public void close() {}
      };

  /**
   * Begins, if a collector is named in the environment, by {@code OTEL_EXPORTER_OTLP_ENDPOINT} or
   * the same for traces alone.
   *
   * @param command what is traced, such as {@code plinth up}
   */
  static Telemetry start(Env env, String command) {
    boolean collected =
        env.variable("OTEL_EXPORTER_OTLP_ENDPOINT").isPresent()
            || env.variable("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT").isPresent();
    return collected ? SpanTelemetry.start(env, command) : NONE;
  }

  /** Observes one run; empty when nobody looks. */
  Optional<Consumer<EngineEvent>> reader();

  /** Observes the calls to AWS. */
  CallWatch calls();

  /** Hands over what was observed, within a bounded time. */
  @Override
  void close();
}
