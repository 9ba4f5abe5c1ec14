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
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.value.PropertyMap;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run as one JSON object per line, in the shape of Pulumi's engine events. */
public final class EventJson implements Consumer<EngineEvent>, EngineEvent.Visitor<Void> {
  private final PrintStream out;
  private final Clock clock;
  private final Origins origins;
  private int sequence;
  private boolean preview;

  /** The stack's own step: like Pulumi's, it counts as done when its outputs are known. */
  private @Nullable StepInfo rootStack;

  public EventJson(PrintStream out, Clock clock, Origins origins) {
    this.out = out;
    this.clock = clock;
    this.origins = origins;
  }

  @Override
  public void accept(EngineEvent event) {
    event.accept(this);
  }

  @Override
  public Void visitStarted(Started event) {
    preview = event.kind().isPreview();
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
      failed.add("metadata", metadata(event.step()));
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
    event.add("metadata", metadata(step));
    if (preview) {
      event.addProperty("planning", true);
    }
    write(key, event);
  }

  private static JsonObject metadata(StepInfo step) {
    JsonObject metadata = new JsonObject();
    metadata.addProperty("op", step.op().wireName());
    metadata.addProperty("urn", step.urn().text());
    metadata.addProperty("type", step.urn().type());
    step.before().ifPresent(view -> metadata.add("old", StepJson.resource(step.urn(), view)));
    step.after().ifPresent(view -> metadata.add("new", StepJson.resource(step.urn(), view)));
    if (!step.diff().isEmpty()) {
      metadata.add("keys", StepJson.names(step, PropertyDiff::replaces));
      metadata.add("diffs", StepJson.names(step, diff -> true));
      metadata.add("detailedDiff", StepJson.detailedDiff(step.diff(), "diffKind"));
    }
    metadata.addProperty("logical", step.op().isLogical());
    return metadata;
  }

  private static StepInfo withOutputs(StepInfo step, PropertyMap outputs) {
    Optional<ResourceView> after = step.after().map(view -> DigestJson.withOutputs(view, outputs));
    return new StepInfo(step.op(), step.urn(), step.before(), after, step.diff());
  }

  private void write(String key, JsonObject payload) {
    JsonObject event = new JsonObject();
    event.addProperty("sequence", sequence++);
    event.addProperty("timestamp", clock.instant().getEpochSecond());
    event.add(key, payload);
    out.print(JsonText.line(event) + "\n");
    out.flush();
  }

  private static String word(RunResult result) {
    return switch (result) {
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      case CANCELED -> "canceled";
    };
  }
}
