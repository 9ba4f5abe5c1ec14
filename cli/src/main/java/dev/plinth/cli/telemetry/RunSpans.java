/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.telemetry;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.EngineEvent.ResourceFailed;
import dev.plinth.engine.event.EngineEvent.ResourcePre;
import dev.plinth.engine.event.EngineEvent.Started;
import dev.plinth.engine.event.EngineEvent.Summary;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The spans of one run and of its steps, read from its events. A step's events come from the thread
 * that does it, so its span is that thread's current one meanwhile. Steps that change nothing have
 * no span.
 */
final class RunSpans implements Consumer<EngineEvent>, EngineEvent.Visitor<Void> {
  private final Tracer tracer;
  private final Context command;
  private final Map<Place, Step> steps = new HashMap<>();
  private final Map<Urn, String> errors = new HashMap<>();
  private Span run = Span.getInvalid();

  /** Where a step is done; a resource may have several at once, such as old ones that go. */
  private record Place(Urn urn, Thread thread) {
    static Place of(StepInfo step) {
      return new Place(step.urn(), Thread.currentThread());
    }
  }

  private record Step(Span span, Scope scope) {
    void end() {
      scope.close();
      span.end();
    }
  }

  RunSpans(Tracer tracer, Context command) {
    this.tracer = tracer;
    this.command = command;
  }

  @Override
  public void accept(EngineEvent event) {
    event.accept(this);
  }

  @Override
  public Void visitStarted(Started event) {
    String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    run =
        tracer
            .spanBuilder(kind)
            .setParent(command)
            .setAttribute("plinth.stack", event.stack().toString())
            .setAttribute("plinth.preview", event.kind().isPreview())
            .startSpan();
    return null;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Closed by the event that ends the step.
  public Void visitResourcePre(ResourcePre event) {
    StepInfo step = event.step();
    if (step.op() != Op.SAME) {
      Span span =
          tracer
              .spanBuilder(step.op().wireName() + " " + step.urn().type())
              .setParent(command.with(run))
              .setAttribute("plinth.urn", step.urn().text())
              .setAttribute("plinth.op", step.op().wireName())
              .startSpan();
      steps.put(Place.of(step), new Step(span, span.makeCurrent()));
    }
    return null;
  }

  @Override
  public Void visitResourceDone(ResourceDone event) {
    StepInfo step = event.step();
    Step begun = steps.remove(Place.of(step));
    if (begun != null) {
      begun.span().setAttribute("plinth.op", step.op().wireName());
      begun.end();
    }
    return null;
  }

  @Override
  public Void visitResourceFailed(ResourceFailed event) {
    Step begun = steps.remove(Place.of(event.step()));
    if (begun != null) {
      begun.span().setStatus(StatusCode.ERROR, errors.getOrDefault(event.step().urn(), ""));
      begun.end();
    }
    return null;
  }

  @Override
  public Void visitDiagnostic(Diagnostic event) {
    Optional<Urn> urn = event.urn();
    if (event.severity() == Severity.ERROR && urn.isPresent()) {
      errors.put(urn.get(), event.message());
    }
    return null;
  }

  @Override
  public Void visitSummary(Summary event) {
    steps.values().forEach(step -> step.span().end());
    event
        .changes()
        .forEach((op, count) -> run.setAttribute("plinth.changes." + op.wireName(), count));
    run.setAttribute("plinth.result", event.result().name().toLowerCase(Locale.ROOT));
    if (event.result() != RunResult.SUCCEEDED) {
      run.setStatus(StatusCode.ERROR);
    }
    run.end();
    return null;
  }
}
