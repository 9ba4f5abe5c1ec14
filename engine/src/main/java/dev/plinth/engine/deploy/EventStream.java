/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.SecretMask;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands events to the reader one at a time, secrets masked, and counts the operations. */
final class EventStream {
  private final Consumer<EngineEvent> reader;
  private final Map<Op, Integer> changes = new EnumMap<>(Op.class);

  EventStream(Consumer<EngineEvent> reader) {
    this.reader = reader;
  }

  synchronized void emit(EngineEvent event) {
    if (event instanceof ResourceDone done
        && done.step().op().isLogical()
        && !done.step().isInternal()) {
      changes.merge(done.step().op(), 1, Integer::sum);
    }
    reader.accept(event);
  }

  void error(Optional<Urn> urn, String property, String message, Optional<String> remedy) {
    emit(new EngineEvent.Diagnostic(Severity.ERROR, urn, property, message, remedy));
  }

  /** Tells of a function that gave no answer. */
  void error(InvokeRequest invoke, Failure failure) {
    InvokeRequest shown = new InvokeRequest(invoke.token(), SecretMask.mask(invoke.args()));
    emit(
        new EngineEvent.Diagnostic(
            Severity.ERROR,
            Optional.empty(),
            failure.property(),
            failure.message(),
            failure.remedy(),
            Optional.of(shown)));
  }

  void warn(Optional<Urn> urn, String message, Optional<String> remedy) {
    emit(new EngineEvent.Diagnostic(Severity.WARNING, urn, "", message, remedy));
  }

  synchronized Map<Op, Integer> changes() {
    return Collections.unmodifiableMap(new EnumMap<>(changes));
  }

  static StepInfo info(
      Op op,
      Optional<ResourceState> before,
      Optional<ResourceState> after,
      Map<String, PropertyDiff> diff) {
    Urn urn = after.or(() -> before).orElseThrow().urn();
    return new StepInfo(op, urn, before.map(ResourceView::new), after.map(ResourceView::new), diff);
  }
}
