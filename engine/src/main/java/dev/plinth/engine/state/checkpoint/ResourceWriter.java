/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.state.CustomTimeouts;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.UnknownFields;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one entry of a deployment's {@code resources}, its keys in Pulumi's order. */
final class ResourceWriter {
  private final JsonWriter json;
  private final PropertyWriter properties;

  /**
   * @param secrets null when there are none
   */
  ResourceWriter(JsonWriter json, @Nullable SecretsManager secrets) {
    this.json = json;
    this.properties = new PropertyWriter(json, secrets);
  }

  void write(ResourceState state) throws IOException {
    json.beginObject();
    json.name("urn").value(state.urn().text());
    json.name("custom").value(state.custom());
    flag("delete", state.delete());
    text("id", state.id());
    json.name("type").value(state.type());
    writeProperties(state);
    text("parent", state.parent().map(Urn::text));
    flag("protect", state.protect());
    flag("external", state.external());
    urns("dependencies", state.dependencies());
    texts("initErrors", state.initErrors());
    text("provider", state.provider().map(ProviderReference::toString));
    writePropertyDependencies(state.propertyDependencies());
    flag("pendingReplacement", state.pendingReplacement());
    texts("additionalSecretOutputs", state.additionalSecretOutputs());
    writeTimeouts(state.customTimeouts());
    text("importID", state.importId());
    flag("retainOnDelete", state.retainOnDelete());
    text("deletedWith", state.deletedWith().map(Urn::text));
    text("created", state.created().map(Instant::toString));
    text("modified", state.modified().map(Instant::toString));
    texts("ignoreChanges", state.ignoreChanges());
    texts("replaceOnChanges", state.replaceOnChanges());
    writeTrigger(state.replacementTrigger());
    writeUnknown(json, state.unknownFields());
    json.endObject();
  }

  static void writeUnknown(JsonWriter json, UnknownFields fields) throws IOException {
    for (Map.Entry<String, String> field : fields.json().entrySet()) {
      json.name(field.getKey()).jsonValue(field.getValue());
    }
  }

  private void writeProperties(ResourceState state) throws IOException {
    if (!state.inputs().isEmpty()) {
      json.name("inputs");
      properties.write(state.inputs());
    }
    if (!state.outputs().isEmpty()) {
      json.name("outputs");
      properties.write(state.outputs());
    }
  }

  private void writePropertyDependencies(Map<String, List<Urn>> byProperty) throws IOException {
    if (byProperty.isEmpty()) {
      return;
    }
    json.name("propertyDependencies").beginObject();
    for (Map.Entry<String, List<Urn>> entry : byProperty.entrySet()) {
      json.name(entry.getKey());
      array(entry.getValue());
    }
    json.endObject();
  }

  private void writeTimeouts(CustomTimeouts timeouts) throws IOException {
    if (timeouts.equals(CustomTimeouts.none())) {
      return;
    }
    json.name("customTimeouts").beginObject();
    seconds("create", timeouts.create());
    seconds("update", timeouts.update());
    seconds("delete", timeouts.delete());
    seconds("read", timeouts.read());
    json.endObject();
  }

  private void writeTrigger(Optional<PropertyValue> trigger) throws IOException {
    if (trigger.isPresent()) {
      json.name("replacementTrigger");
      trigger.get().accept(properties);
    }
  }

  private void seconds(String key, Optional<Duration> timeout) throws IOException {
    if (timeout.isPresent()) {
      json.name(key);
      PropertyValue.of(timeout.get().toNanos() / 1e9).accept(properties);
    }
  }

  private void flag(String key, boolean value) throws IOException {
    if (value) {
      json.name(key).value(true);
    }
  }

  private void text(String key, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.name(key).value(value.get());
    }
  }

  private void texts(String key, List<String> values) throws IOException {
    if (values.isEmpty()) {
      return;
    }
    json.name(key).beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }

  private void urns(String key, List<Urn> values) throws IOException {
    if (!values.isEmpty()) {
      json.name(key);
      array(values);
    }
  }

  private void array(List<Urn> values) throws IOException {
    json.beginArray();
    for (Urn value : values) {
      json.value(value.text());
    }
    json.endArray();
  }
}
