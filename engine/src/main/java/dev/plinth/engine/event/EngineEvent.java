/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.event;

import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One fact about a run. Events of one resource come in order; those of several may interleave. */
public sealed interface EngineEvent {

  /** The run begins; always the first event. */
  record Started(RunKind kind, StackName stack) implements EngineEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitStarted(this);
    }
  }

  /** A step begins; in a preview, a step is planned. */
  record ResourcePre(StepInfo step) implements EngineEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitResourcePre(this);
    }
  }

  /**
   * A step has succeeded.
   *
   * @param elapsed how long the provider took
   */
  record ResourceDone(StepInfo step, Duration elapsed) implements EngineEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitResourceDone(this);
    }
  }

  /** A step has failed; a {@link Diagnostic} says why. */
  record ResourceFailed(StepInfo step, Duration elapsed) implements EngineEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitResourceFailed(this);
    }
  }

  /**
   * A message for the user.
   *
   * @param urn the resource that it is about
   * @param property the path of the property that it is about, or the empty string
   * @param invoke the function whose call it is about, secrets masked
   */
  record Diagnostic(
      Severity severity,
      Optional<Urn> urn,
      String property,
      String message,
      Optional<String> remedy,
      Optional<InvokeRequest> invoke)
      implements EngineEvent {
    /** A message about a resource, or about the run. */
    public Diagnostic(
        Severity severity,
        Optional<Urn> urn,
        String property,
        String message,
        Optional<String> remedy) {
      this(severity, urn, property, message, remedy, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDiagnostic(this);
    }
  }

  /**
   * The run is over; always the last event.
   *
   * @param changes how many resources each operation concerned, logical operations only
   * @param outputs the stack's outputs, secrets masked
   */
  record Summary(
      RunKind kind,
      RunResult result,
      Map<Op, Integer> changes,
      PropertyMap outputs,
      Duration elapsed)
      implements EngineEvent {
    public Summary {
      changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSummary(this);
    }
  }

  /** One method per event; a new event does not compile until every reader handles it. */
  interface Visitor<R> {
    R visitStarted(Started event);

    R visitResourcePre(ResourcePre event);

    R visitResourceDone(ResourceDone event);

    R visitResourceFailed(ResourceFailed event);

    R visitDiagnostic(Diagnostic event);

    R visitSummary(Summary event);
  }

  <R> R accept(Visitor<R> visitor);
}
