/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import com.google.gson.JsonObject;
import dev.plinth.local.store.TextMaps;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A queue with the attributes that were set, or that AWS sets, by their names on the wire. */
record StoredQueue(String name, Map<String, String> attributes, Map<String, String> tags) {
  StoredQueue {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  /** The queue after attributes were set; an empty one is taken away. */
  StoredQueue with(Map<String, String> changed) {
    TreeMap<String, String> all = new TreeMap<>(attributes);
    all.putAll(changed);
    all.values().removeIf(String::isEmpty);
    return new StoredQueue(name, all, tags);
  }

  StoredQueue withTags(Map<String, String> changed) {
    return new StoredQueue(name, attributes, changed);
  }

  JsonObject toJson() {
    JsonObject document = new JsonObject();
    document.addProperty("name", name);
    document.add("attributes", TextMaps.toJson(attributes));
    document.add("tags", TextMaps.toJson(tags));
    return document;
  }

  static StoredQueue ofJson(JsonObject document) {
    return new StoredQueue(
        document.get("name").getAsString(),
        TextMaps.ofJson(document.getAsJsonObject("attributes")),
        TextMaps.ofJson(document.getAsJsonObject("tags")));
  }
}
