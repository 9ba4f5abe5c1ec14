/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.plinth.engine.secret.SecretsProviderState;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.UnknownFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one deployment object: manifest, secrets provider, resources, pending operations. */
final class DeploymentReader {
  private final SecretsProviders providers;
  private final SecretsSlot slot = new SecretsSlot();
  private final ResourceReader resourceReader =
      new ResourceReader(new ReferenceReader(), PropertyReader.of(slot));

  private final List<ResourceState> resources = new ArrayList<>();
  private final List<PendingOperation> operations = new ArrayList<>();
  private final Map<String, String> unknown = new LinkedHashMap<>();
  private Optional<SecretsProviderState> secretsProvider = Optional.empty();

  DeploymentReader(SecretsProviders providers) {
    this.providers = providers;
  }

  Snapshot read(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      if (json.peek() == JsonToken.NULL) {
        json.nextNull();
      } else {
        readField(key, json);
      }
    }
    json.endObject();
    slot.fill(providers.of(secretsProvider));
    return new Snapshot(secretsProvider, resources, operations, new UnknownFields(unknown));
  }

  private void readField(String key, JsonReader json) throws IOException {
    switch (key) {
      case "manifest" -> Manifest.check(json);
      case "secrets_providers" -> secretsProvider = readSecretsProvider(json);
      case "resources" -> readResources(json);
      case "pending_operations" -> readOperations(json);
      default -> readUnknown(key, JsonParser.parseReader(json).toString());
    }
  }

  private void readUnknown(String key, String value) {
    // Every deployment has this key; only an entry in it is worth keeping.
    if (!key.equals(CheckpointWriter.METADATA) || !value.equals("{}")) {
      unknown.put(key, value);
    }
  }

  private static Optional<SecretsProviderState> readSecretsProvider(JsonReader json)
      throws IOException {
    String type = "";
    JsonElement state = JsonParser.parseString("{}");
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "type" -> type = json.nextString();
        case "state" -> state = JsonParser.parseReader(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    return type.isEmpty()
        ? Optional.empty()
        : Optional.of(new SecretsProviderState(type, state.toString()));
  }

  private void readResources(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      resources.add(resourceReader.read(json));
    }
    json.endArray();
  }

  private void readOperations(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      operations.add(readOperation(json));
    }
    json.endArray();
  }

  private PendingOperation readOperation(JsonReader json) throws IOException {
    Optional<ResourceState> resource = Optional.empty();
    String type = "";
    String intent = "";
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "resource" -> resource = Optional.of(resourceReader.read(json));
        case "type" -> type = json.nextString();
        case "intent" -> intent = json.nextString();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new PendingOperation(
        operationType(type),
        resource.orElseThrow(
            () -> CheckpointException.damaged("a pending operation has no resource", null)),
        intent);
  }

  private static PendingOperation.Type operationType(String name) {
    try {
      return PendingOperation.Type.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw CheckpointException.damaged("there is no pending operation of type " + name, e);
    }
  }
}
