/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * What the account keeps of a resource: the SDK's own model of it, and its tags.
 *
 * @param model as the call that describes the resource answers it
 */
public record Stored<T extends SdkPojo>(T model, Map<String, String> tags) {
  public Stored {
    tags = Map.copyOf(tags);
  }

  public Stored<T> with(UnaryOperator<T> change) {
    return new Stored<>(change.apply(model), tags);
  }

  public Stored<T> withTags(Map<String, String> changed) {
    return new Stored<>(model, changed);
  }

  JsonObject toJson() {
    JsonObject document = new JsonObject();
    document.add("model", SdkJson.toJson(model));
    JsonObject tagObject = new JsonObject();
    new TreeMap<>(tags).forEach(tagObject::addProperty);
    document.add("tags", tagObject);
    return document;
  }

  static <T extends SdkPojo> Stored<T> ofJson(
      JsonObject document, Buildable builder, Class<T> type) {
    Map<String, String> tags = new TreeMap<>();
    document
        .getAsJsonObject("tags")
        .asMap()
        .forEach((key, tag) -> tags.put(key, tag.getAsString()));
    return new Stored<>(SdkJson.fromJson(document.getAsJsonObject("model"), builder, type), tags);
  }
}
