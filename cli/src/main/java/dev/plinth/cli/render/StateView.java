/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.engine.event.SecretMask;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.Locale;

/** Shows what a state holds, secrets masked unless somebody asks for them. */
public final class StateView {
  private StateView() {}

  /** One line for a resource, and one for each operation that is unfinished. */
  public static String lines(Snapshot snapshot) {
    StringBuilder text = new StringBuilder();
    for (ResourceState state : snapshot.resources()) {
      text.append(state.urn()).append(state.delete() ? "  (to be deleted)" : "").append('\n');
    }
    for (PendingOperation operation : snapshot.pendingOperations()) {
      text.append(operation.resource().urn()).append("  (").append(word(operation));
      text.append(", interrupted)\n");
    }
    return text.toString();
  }

  /** The same for programs. */
  public static JsonArray list(Snapshot snapshot) {
    JsonArray list = new JsonArray();
    for (ResourceState state : snapshot.resources()) {
      list.add(head(state));
    }
    for (PendingOperation operation : snapshot.pendingOperations()) {
      JsonObject json = head(operation.resource());
      json.addProperty("pending", word(operation));
      list.add(json);
    }
    return list;
  }

  /** All of a resource. */
  public static JsonObject of(ResourceState state, boolean showSecrets) {
    JsonObject json = head(state);
    state.parent().ifPresent(parent -> json.addProperty("parent", parent.text()));
    state.provider().ifPresent(provider -> json.addProperty("provider", provider.toString()));
    JsonArray dependencies = new JsonArray();
    state.dependencies().stream().map(Urn::text).forEach(dependencies::add);
    json.add("dependencies", dependencies);
    json.add("inputs", ValueJson.of(shown(state.inputs(), showSecrets)));
    json.add("outputs", ValueJson.of(shown(state.outputs(), showSecrets)));
    return json;
  }

  private static PropertyMap shown(PropertyMap properties, boolean showSecrets) {
    return showSecrets ? properties.withoutSecrets() : SecretMask.mask(properties);
  }

  private static JsonObject head(ResourceState state) {
    JsonObject json = new JsonObject();
    json.addProperty("urn", state.urn().text());
    json.addProperty("type", state.type());
    state.id().ifPresent(id -> json.addProperty("id", id));
    json.addProperty("custom", state.custom());
    json.addProperty("protect", state.protect());
    json.addProperty("delete", state.delete());
    return json;
  }

  private static String word(PendingOperation operation) {
    return operation.type().name().toLowerCase(Locale.ROOT);
  }
}
