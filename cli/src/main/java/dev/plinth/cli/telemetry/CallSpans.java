/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.telemetry;

import dev.plinth.aws.client.CallOutcome;
import dev.plinth.aws.client.CallWatch;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * A span for each call to AWS, within the step that makes it. What is looked up before a step is
 * decided belongs to the command.
 */
final class CallSpans implements CallWatch {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  private final Tracer tracer;
  private final Context command;

  CallSpans(Tracer tracer, Context command) {
    this.tracer = tracer;
    this.command = command;
  }

  @Override
  public Call begin(String service, String action, String region) {
    Context current = Context.current();
    boolean inStep = Span.fromContext(current).getSpanContext().isValid();
    Span span =
        tracer
            .spanBuilder(service + "/" + action)
            .setParent(inStep ? current : command)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("rpc.system", "aws-api")
            .setAttribute("rpc.service", service)
            .setAttribute("rpc.method", action)
            .setAttribute("cloud.region", region)
            .startSpan();
    return outcome -> end(span, outcome);
  }

  private static void end(Span span, CallOutcome outcome) {
    outcome.status().ifPresent(status -> span.setAttribute(STATUS, (long) status));
    outcome.requestId().ifPresent(id -> span.setAttribute("aws.request_id", id));
    outcome
        .error()
        .ifPresent(
            error -> {
              span.setAttribute("error.type", error);
              span.setStatus(StatusCode.ERROR, error);
            });
    span.end();
  }
}
