/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.secret.SecretsProviderState;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.StateChange.Abandon;
import dev.plinth.engine.state.StateChange.Amend;
import dev.plinth.engine.state.StateChange.Append;
import dev.plinth.engine.state.StateChange.Begin;
import dev.plinth.engine.state.StateChange.Keep;
import dev.plinth.engine.state.StateChange.Put;
import dev.plinth.engine.state.StateChange.Remove;
import dev.plinth.engine.state.StateChange.Rename;
import dev.plinth.engine.state.checkpoint.CheckpointWriter;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes changes as JSON, secrets encrypted. What a resource has become is written as what differs
 * from what was intended, and its outputs as what differs from its inputs: most of a resource is
 * said once.
 */
final class ChangeWriter implements StateChange.Visitor<JsonWriter> {
  private final StringWriter text = new StringWriter();
  private final JsonWriter json = new JsonWriter(text);
  private final CheckpointWriter checkpoints;
  private final Map<String, ResourceState> intended;

  /**
   * Begins a line.
   *
   * @param intended what the operations that have begun are to come to; kept up to date
   */
  ChangeWriter(CheckpointWriter checkpoints, Map<String, ResourceState> intended) {
    this.checkpoints = checkpoints;
    this.intended = intended;
    json.setStrictness(Strictness.STRICT);
    json.setHtmlSafe(false);
  }

  void begin() {
    run(json::beginArray);
  }

  void head(JournalHead head) {
    run(
        () ->
            json.beginObject()
                .name("journal")
                .value(JournalHead.VERSION)
                .name("stack")
                .value(head.stack())
                .name("base")
                .value(head.base())
                .endObject());
  }

  void secrets(SecretsProviderState state) {
    run(
        () ->
            json.beginObject()
                .name("secrets")
                .value(state.type())
                .name("state")
                .jsonValue(state.json())
                .endObject());
  }

  /** A checkpoint with all that the journal holds is about to take its place. */
  void compacted(String fingerprint) {
    run(() -> json.beginObject().name("compacted").value(fingerprint).endObject());
  }

  void change(StateChange change) {
    run(() -> change.accept(this));
  }

  byte[] end() {
    run(json::endArray);
    return JournalLine.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public JsonWriter visitBegin(Begin change) {
    PendingOperation operation = change.operation();
    intended.put(operation.intent(), operation.resource());
    String type = operation.type().name().toLowerCase(Locale.ROOT);
    return run(
        () -> {
          json.beginObject().name("begin").value(type).name("intent").value(operation.intent());
          resource(operation.resource());
          json.endObject();
        });
  }

  @Override
  public JsonWriter visitAbandon(Abandon change) {
    intended.remove(change.intent());
    return run(() -> json.beginObject().name("abandon").value(change.intent()).endObject());
  }

  @Override
  public JsonWriter visitPut(Put change) {
    return run(
        () -> {
          json.beginObject().name("put").value(change.state().urn().text());
          slot("supersedes", change.superseded());
          slot("condemns", change.condemned());
          Optional<ResourceState> goal = change.intent().map(intended::remove);
          intent(change.intent());
          if (goal.isPresent() && isReached(goal.get(), change.state())) {
            reached(change.state());
          } else {
            resource(change.state());
          }
          json.endObject();
        });
  }

  @Override
  public JsonWriter visitKeep(Keep change) {
    return run(() -> json.beginObject().name("keep").value(change.slot()).endObject());
  }

  @Override
  public JsonWriter visitAmend(Amend change) {
    change.intent().ifPresent(intended::remove);
    return run(
        () -> {
          json.beginObject().name("amend").value(change.slot());
          intent(change.intent());
          resource(change.state());
          json.endObject();
        });
  }

  @Override
  public JsonWriter visitAppend(Append change) {
    change.intent().ifPresent(intended::remove);
    return run(
        () -> {
          json.beginObject().name("append").value(change.state().urn().text());
          intent(change.intent());
          resource(change.state());
          json.endObject();
        });
  }

  @Override
  public JsonWriter visitRename(Rename change) {
    return run(
        () ->
            json.beginObject()
                .name("rename")
                .value(change.from().text())
                .name("to")
                .value(change.to().text())
                .endObject());
  }

  @Override
  public JsonWriter visitRemove(Remove change) {
    change.intent().ifPresent(intended::remove);
    return run(
        () -> {
          json.beginObject().name("remove").value(change.slot());
          intent(change.intent());
          json.endObject();
        });
  }

  /** Whether a state is the goal but for what only a provider can tell. */
  private static boolean isReached(ResourceState goal, ResourceState state) {
    return goal.toBuilder()
        .id(state.id().orElse(""))
        .outputs(state.outputs())
        .created(state.created())
        .modified(state.modified())
        .build()
        .equals(state);
  }

  private void reached(ResourceState state) throws IOException {
    json.name("reached").beginObject();
    text("id", state.id());
    text("created", state.created().map(Instant::toString));
    text("modified", state.modified().map(Instant::toString));
    PropertyMap inputs = state.inputs();
    PropertyMap outputs = state.outputs();
    if (outputs.names().containsAll(inputs.names())) {
      PropertyMap.Builder more = PropertyMap.builder();
      for (Map.Entry<String, PropertyValue> output : outputs.asMap().entrySet()) {
        if (!inputs.get(output.getKey()).equals(Optional.of(output.getValue()))) {
          more.put(output.getKey(), output.getValue());
        }
      }
      json.name("overInputs").jsonValue(checkpoints.properties(more.build()));
    } else {
      json.name("outputs").jsonValue(checkpoints.properties(outputs));
    }
    json.endObject();
  }

  private void resource(ResourceState state) throws IOException {
    json.name("resource").jsonValue(checkpoints.resource(state));
  }

  private void slot(String name, OptionalInt slot) throws IOException {
    if (slot.isPresent()) {
      json.name(name).value(slot.getAsInt());
    }
  }

  private void intent(Optional<String> intent) throws IOException {
    text("intent", intent);
  }

  private void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.name(name).value(value.get());
    }
  }

  private JsonWriter run(Output output) {
    try {
      output.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json;
  }

  /** Calls of the JSON writer. */
  @FunctionalInterface
  private interface Output {
    void write() throws IOException;
  }
}
