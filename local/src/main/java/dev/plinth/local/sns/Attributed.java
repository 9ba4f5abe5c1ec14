/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import com.google.gson.JsonObject;
import dev.plinth.local.store.TextMaps;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic or a subscription: its attributes by their names on the wire, and its tags.
 *
 * @param attributes those that were set, or that SNS sets; what is empty is not there
 */
record Attributed(Map<String, String> attributes, Map<String, String> tags) {
  Attributed {
    TreeMap<String, String> set = new TreeMap<>(attributes);
    set.values().removeIf(String::isEmpty);
    attributes = Collections.unmodifiableMap(set);
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  boolean isTrue(String name) {
    return Boolean.parseBoolean(attribute(name));
  }

  Attributed with(String name, String value) {
    TreeMap<String, String> all = new TreeMap<>(attributes);
    all.put(name, value);
    return new Attributed(all, tags);
  }

  Attributed withTags(Map<String, String> changed) {
    return new Attributed(attributes, changed);
  }

  JsonObject toJson() {
    JsonObject document = new JsonObject();
    document.add("attributes", TextMaps.toJson(attributes));
    document.add("tags", TextMaps.toJson(tags));
    return document;
  }

  static Attributed ofJson(JsonObject document) {
    return new Attributed(
        TextMaps.ofJson(document.getAsJsonObject("attributes")),
        TextMaps.ofJson(document.getAsJsonObject("tags")));
  }
}
