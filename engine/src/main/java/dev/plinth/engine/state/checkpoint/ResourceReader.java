/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.plinth.engine.state.CustomTimeouts;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.state.UnknownFields;
import dev.plinth.engine.urn.Urn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a deployment's {@code resources}. A key whose value is null counts as absent,
 * as some versions of Pulumi write it.
 */
final class ResourceReader {
  private final ReferenceReader references;
  private final PropertyReader properties;

  ResourceReader(ReferenceReader references, PropertyReader properties) {
    this.references = references;
    this.properties = properties;
  }

  ResourceState read(JsonReader json) throws IOException {
    // The URN may stand anywhere, so the builder starts with a stand-in that never gets out.
    ResourceStateBuilder state = ResourceState.builder(ReferenceReader.NO_URN);
    Map<String, String> unknown = new LinkedHashMap<>();
    String type = null;
    boolean named = false;
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      if (json.peek() == JsonToken.NULL) {
        json.nextNull();
      } else if (key.equals("type")) {
        type = json.nextString();
      } else if (key.equals("urn")) {
        state.urn(references.urn(json));
        named = true;
      } else if (!readCore(key, json, state) && !readOption(key, json, state)) {
        unknown.put(key, JsonParser.parseReader(json).toString());
      }
    }
    json.endObject();
    return checked(state.unknownFields(fields(unknown)).build(), named, type);
  }

  private boolean readCore(String key, JsonReader json, ResourceStateBuilder state)
      throws IOException {
    switch (key) {
      case "custom" -> state.custom(json.nextBoolean());
      case "delete" -> state.delete(json.nextBoolean());
      case "id" -> state.id(json.nextString());
      case "inputs" -> state.inputs(properties.readMap(json));
      case "outputs" -> state.outputs(properties.readMap(json));
      case "parent" -> state.parent(references.optionalUrn(json));
      case "external" -> state.external(json.nextBoolean());
      case "dependencies" -> state.dependencies(references.urns(json));
      case "provider" -> state.provider(references.provider(json));
      case "propertyDependencies" -> state.propertyDependencies(references.urnsByProperty(json));
      case "pendingReplacement" -> state.pendingReplacement(json.nextBoolean());
      case "created" -> state.created(Optional.of(Instant.parse(json.nextString())));
      case "modified" -> state.modified(Optional.of(Instant.parse(json.nextString())));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean readOption(String key, JsonReader json, ResourceStateBuilder state)
      throws IOException {
    switch (key) {
      case "protect" -> state.protect(json.nextBoolean());
      case "retainOnDelete" -> state.retainOnDelete(json.nextBoolean());
      case "deletedWith" -> state.deletedWith(references.optionalUrn(json));
      case "initErrors" -> state.initErrors(ReferenceReader.texts(json));
      case "additionalSecretOutputs" -> state.additionalSecretOutputs(ReferenceReader.texts(json));
      case "ignoreChanges" -> state.ignoreChanges(ReferenceReader.texts(json));
      case "replaceOnChanges" -> state.replaceOnChanges(ReferenceReader.texts(json));
      case "importID" -> state.importId(Optional.of(json.nextString()));
      case "replacementTrigger" -> state.replacementTrigger(Optional.of(properties.read(json)));
      case "customTimeouts" -> state.customTimeouts(readTimeouts(json));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static CustomTimeouts readTimeouts(JsonReader json) throws IOException {
    Map<String, Duration> timeouts = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      // Fractions of a second occur: Pulumi keeps these as floating point numbers.
      timeouts.put(json.nextName(), Duration.ofNanos(Math.round(json.nextDouble() * 1e9)));
    }
    json.endObject();
    return new CustomTimeouts(
        Optional.ofNullable(timeouts.get("create")),
        Optional.ofNullable(timeouts.get("update")),
        Optional.ofNullable(timeouts.get("delete")),
        Optional.ofNullable(timeouts.get("read")));
  }

  private static UnknownFields fields(Map<String, String> unknown) {
    return unknown.isEmpty() ? UnknownFields.none() : new UnknownFields(unknown);
  }

  private static ResourceState checked(ResourceState state, boolean named, @Nullable String type) {
    if (!named) {
      throw CheckpointException.damaged("a resource has no urn", null);
    }
    if (type == null || !type.equals(state.type())) {
      Urn urn = state.urn();
      String found = type == null ? "no type" : "the type " + type;
      throw CheckpointException.damaged(
          "the resource " + urn + " has " + found + " where its URN says " + urn.type(), null);
    }
    return state;
  }
}
