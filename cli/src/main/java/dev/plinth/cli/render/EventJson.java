/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonObject;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.EngineEvent.ResourceFailed;
import dev.plinth.engine.event.EngineEvent.ResourcePre;
import dev.plinth.engine.event.EngineEvent.Started;
import dev.plinth.engine.event.EngineEvent.Summary;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.value.PropertyMap;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run as one JSON object per line, in the shape of Pulumi's engine events. */
public final class EventJson implements Consumer<EngineEvent>, EngineEvent.Visitor<Void> {
  private final EventLines lines;
  private final Origins origins;
  private @Nullable Started started;

  /** The stack's own step: like Pulumi's, it counts as done when its outputs are known. */
  private @Nullable StepInfo rootStack;

  public EventJson(EventLines lines, Origins origins) {
    this.lines = lines;
    this.origins = origins;
  }

  @Override
  public void accept(EngineEvent event) {
    event.accept(this);
  }

  @Override
  public Void visitStarted(Started event) {
    started = event;
    JsonObject prelude = new JsonObject();
    prelude.add("config", new JsonObject());
    write("preludeEvent", prelude);
    return null;
  }

  @Override
  public Void visitResourcePre(ResourcePre event) {
    writeStep("resourcePreEvent", event.step());
    return null;
  }

  @Override
  public Void visitResourceDone(ResourceDone event) {
    StepInfo step = event.step();
    if (RowText.isRootStack(step) && step.after().isPresent()) {
      rootStack = step;
    } else {
      writeStep("resOutputsEvent", step);
    }
    return null;
  }

  @Override
  public Void visitResourceFailed(ResourceFailed event) {
    if (!event.step().isInternal()) {
      JsonObject failed = new JsonObject();
      failed.add("metadata", StepJson.metadata(event.step()));
      failed.addProperty("status", 0);
      failed.addProperty("steps", 0);
      write("resOpFailedEvent", failed);
    }
    return null;
  }

  @Override
  public Void visitDiagnostic(Diagnostic event) {
    JsonObject message = MessageJson.of(event, origins);
    message.addProperty("color", "never");
    write("diagnosticEvent", message);
    return null;
  }

  @Override
  public Void visitSummary(Summary event) {
    if (rootStack != null) {
      writeStep("resOutputsEvent", withOutputs(rootStack, event.outputs()));
    }
    JsonObject summary = new JsonObject();
    summary.addProperty("maybeCorrupt", false);
    summary.addProperty("durationSeconds", event.elapsed().plusMillis(999).toSeconds());
    JsonObject changes = new JsonObject();
    event.changes().forEach((op, count) -> changes.addProperty(op.wireName(), count));
    summary.add("resourceChanges", changes);
    summary.add("PolicyPacks", new JsonObject());
    summary.addProperty("isPreview", event.kind().isPreview());
    summary.addProperty("result", word(event.result()));
    write("summaryEvent", summary);
    write("cancelEvent", new JsonObject());
    return null;
  }

  private void writeStep(String key, StepInfo step) {
    if (step.isInternal()) {
      return;
    }
    JsonObject event = new JsonObject();
    event.add("metadata", StepJson.metadata(step));
    if (started().kind().isPreview()) {
      event.addProperty("planning", true);
    }
    write(key, event);
  }

  private static StepInfo withOutputs(StepInfo step, PropertyMap outputs) {
    return new StepInfo(
        step.op(),
        step.urn(),
        step.before(),
        step.after().map(view -> view.withOutputs(outputs)),
        step.diff(),
        step.files());
  }

  private void write(String key, JsonObject payload) {
    lines.write(started().stack(), key, payload);
  }

  private Started started() {
    return Objects.requireNonNull(started, "the first event tells that the run has started");
  }

  private static String word(RunResult result) {
    return switch (result) {
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      case CANCELED -> "canceled";
    };
  }
}
