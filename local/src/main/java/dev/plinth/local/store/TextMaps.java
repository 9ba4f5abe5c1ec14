/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** Maps of strings as JSON objects. */
public final class TextMaps {
  private TextMaps() {}

  public static JsonObject toJson(Map<String, String> map) {
    JsonObject object = new JsonObject();
    new TreeMap<>(map).forEach(object::addProperty);
    return object;
  }

  public static Map<String, String> ofJson(JsonObject object) {
    TreeMap<String, String> map = new TreeMap<>();
    object.asMap().forEach((key, value) -> map.put(key, value.getAsString()));
    return map;
  }
}
