/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.EngineEvent.ResourceFailed;
import dev.plinth.engine.event.EngineEvent.ResourcePre;
import dev.plinth.engine.event.EngineEvent.Started;
import dev.plinth.engine.event.EngineEvent.Summary;
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.state.checkpoint.ResourceJson;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.value.PropertyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A preview as one JSON object: the digest of {@code pulumi preview --json}. */
public final class DigestJson implements Consumer<EngineEvent>, EngineEvent.Visitor<Void> {
  private final Consumer<String> out;
  private final Origins origins;
  private final List<StepInfo> steps = new ArrayList<>();
  private final JsonArray diagnostics = new JsonArray();

  public DigestJson(Consumer<String> out, Origins origins) {
    this.out = out;
    this.origins = origins;
  }

  @Override
  public void accept(EngineEvent event) {
    event.accept(this);
  }

  @Override
  public Void visitStarted(Started event) {
    return null;
  }

  @Override
  public Void visitResourcePre(ResourcePre event) {
    return null;
  }

  @Override
  public Void visitResourceDone(ResourceDone event) {
    if (!event.step().isInternal()) {
      steps.add(event.step());
    }
    return null;
  }

  @Override
  public Void visitResourceFailed(ResourceFailed event) {
    return null;
  }

  @Override
  public Void visitDiagnostic(Diagnostic event) {
    diagnostics.add(MessageJson.of(event, origins));
    return null;
  }

  @Override
  public Void visitSummary(Summary event) {
    steps.sort(RowText.ORDER);
    JsonArray array = new JsonArray();
    steps.forEach(step -> array.add(step(step, event.outputs())));
    JsonObject digest = new JsonObject();
    digest.add("config", new JsonObject());
    digest.add("steps", array);
    digest.add("diagnostics", diagnostics);
    digest.addProperty("duration", event.elapsed().toNanos());
    JsonObject changes = new JsonObject();
    event.changes().forEach((op, count) -> changes.addProperty(op.wireName(), count));
    digest.add("changeSummary", changes);
    digest.addProperty("maybeCorrupt", false);
    out.accept(JsonText.indented(digest));
    return null;
  }

  /** The stack's own outputs are known at the end only. */
  private static JsonObject step(StepInfo step, PropertyMap stackOutputs) {
    JsonObject json = new JsonObject();
    json.addProperty("op", step.op().wireName());
    json.addProperty("urn", step.urn().text());
    String provider = StepJson.providerOf(step);
    if (!provider.isEmpty()) {
      json.addProperty("provider", provider);
    }
    step.before().ifPresent(view -> json.add("oldState", ResourceJson.of(view.state())));
    Optional<ResourceView> after =
        RowText.isRootStack(step) && step.op() != Op.DELETE
            ? step.after().map(view -> view.withOutputs(stackOutputs))
            : step.after();
    after.ifPresent(view -> json.add("newState", ResourceJson.of(view.state())));
    if (!step.diff().isEmpty()) {
      json.add("diffReasons", StepJson.names(step, diff -> true));
      json.add("replaceReasons", StepJson.names(step, PropertyDiff::replaces));
      json.add("detailedDiff", StepJson.detailedDiff(step, "kind"));
    }
    return json;
  }
}
