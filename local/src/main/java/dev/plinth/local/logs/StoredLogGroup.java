/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import com.google.gson.JsonObject;
import dev.plinth.local.store.SdkJson;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** What the account keeps of a log group. */
record StoredLogGroup(LogGroup group, Map<String, String> tags) {
  StoredLogGroup {
    tags = Map.copyOf(tags);
  }

  StoredLogGroup with(Consumer<LogGroup.Builder> change) {
    return new StoredLogGroup(group.copy(change), tags);
  }

  StoredLogGroup withTags(Map<String, String> changed) {
    return new StoredLogGroup(group, changed);
  }

  JsonObject toJson() {
    JsonObject document = new JsonObject();
    document.add("group", SdkJson.toJson(group));
    JsonObject tagObject = new JsonObject();
    new TreeMap<>(tags).forEach(tagObject::addProperty);
    document.add("tags", tagObject);
    return document;
  }

  static StoredLogGroup ofJson(JsonObject document) {
    Map<String, String> tags = new TreeMap<>();
    document
        .getAsJsonObject("tags")
        .asMap()
        .forEach((key, tag) -> tags.put(key, tag.getAsString()));
    return new StoredLogGroup(
        SdkJson.fromJson(document.getAsJsonObject("group"), LogGroup.builder(), LogGroup.class),
        tags);
  }
}
