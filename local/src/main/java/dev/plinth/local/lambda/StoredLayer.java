/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.local.store.SdkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;

/**
 * All that the account keeps of a layer.
 *
 * @param lastVersion the highest version number ever given, since numbers are not given twice
 * @param versions oldest first
 */
record StoredLayer(long lastVersion, List<GetLayerVersionResponse> versions) {
  static final StoredLayer NONE = new StoredLayer(0, List.of());

  StoredLayer {
    versions = List.copyOf(versions);
  }

  Optional<GetLayerVersionResponse> version(long number) {
    return versions.stream().filter(each -> each.version() == number).findFirst();
  }

  StoredLayer with(GetLayerVersionResponse added) {
    List<GetLayerVersionResponse> all = new ArrayList<>(versions);
    all.add(added);
    return new StoredLayer(added.version(), all);
  }

  StoredLayer without(long number) {
    return new StoredLayer(
        lastVersion, versions.stream().filter(each -> each.version() != number).toList());
  }

  JsonObject toJson() {
    JsonObject document = new JsonObject();
    document.addProperty("lastVersion", lastVersion);
    JsonArray all = new JsonArray();
    versions.forEach(each -> all.add(SdkJson.toJson(each)));
    document.add("versions", all);
    return document;
  }

  static StoredLayer ofJson(JsonObject document) {
    List<GetLayerVersionResponse> versions = new ArrayList<>();
    document
        .getAsJsonArray("versions")
        .forEach(
            each ->
                versions.add(
                    SdkJson.fromJson(
                        each.getAsJsonObject(),
                        GetLayerVersionResponse.builder(),
                        GetLayerVersionResponse.class)));
    return new StoredLayer(document.get("lastVersion").getAsLong(), versions);
  }
}
