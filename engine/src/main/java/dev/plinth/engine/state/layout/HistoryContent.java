/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.UpdateInfo.ConfigValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What an entry of a stack's history holds: a run, in Pulumi's form. */
public final class HistoryContent {
  private HistoryContent() {}

  /**
   * Writes a run.
   *
   * @throws IllegalArgumentException when its configuration holds a secret, which has no value here
   */
  public static byte[] toJson(UpdateInfo update) {
    StringWriter text = new StringWriter();
    try {
      write(update, new JsonWriter(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(UpdateInfo update, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("kind").value(update.kind());
    json.name("startTime").value(update.startTime().getEpochSecond());
    json.name("message").value(update.message());
    json.name("environment").beginObject();
    for (Map.Entry<String, String> entry : update.environment().entrySet()) {
      json.name(entry.getKey()).value(entry.getValue());
    }
    json.endObject();
    json.name("config").beginObject();
    for (Map.Entry<String, ConfigValue> entry : update.config().entrySet()) {
      if (entry.getValue().secret()) {
        throw new IllegalArgumentException("the value of " + entry.getKey() + " is secret");
      }
      json.name(entry.getKey()).value(entry.getValue().text());
    }
    json.endObject();
    json.name("version").value(update.version());
    json.name("result").value(update.result());
    json.name("endTime").value(update.endTime().getEpochSecond());
    json.name("resourceChanges").beginObject();
    for (Map.Entry<String, Integer> entry : update.resourceChanges().entrySet()) {
      json.name(entry.getKey()).value(entry.getValue());
    }
    json.endObject();
    json.endObject();
  }

  /**
   * Reads an entry.
   *
   * @param place where it stands, for messages
   * @throws StateException when it is damaged
   */
  public static UpdateInfo parse(byte[] content, String place) {
    try {
      return read(
          JsonParser.parseString(new String(content, StandardCharsets.UTF_8)).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException
        | DateTimeException e) {
      throw new StateException(
          "the entry " + place + " of the history is damaged",
          "delete it: no state depends on the history",
          e);
    }
  }

  private static UpdateInfo read(JsonObject json) {
    return new UpdateInfo(
        text(json, "kind"),
        time(json, "startTime"),
        text(json, "message"),
        map(json, "environment", JsonElement::getAsString),
        map(json, "config", HistoryContent::configValue),
        text(json, "result"),
        time(json, "endTime"),
        (int) number(json, "version"),
        map(json, "resourceChanges", JsonElement::getAsInt));
  }

  private static String text(JsonObject json, String key) {
    return isThere(json, key) ? json.get(key).getAsString() : "";
  }

  private static long number(JsonObject json, String key) {
    return isThere(json, key) ? json.get(key).getAsLong() : 0;
  }

  private static Instant time(JsonObject json, String key) {
    return Instant.ofEpochSecond(number(json, key));
  }

  private static <T> Map<String, T> map(
      JsonObject json, String key, Function<JsonElement, T> value) {
    Map<String, T> map = new TreeMap<>();
    if (isThere(json, key)) {
      json.get(key)
          .getAsJsonObject()
          .entrySet()
          .forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
    }
    return map;
  }

  /** Pulumi writes what is empty as null. */
  private static boolean isThere(JsonObject json, String key) {
    return json.has(key) && !json.get(key).isJsonNull();
  }

  /** A secret stands there as an object with its ciphertext, also within a larger value. */
  private static ConfigValue configValue(JsonElement json) {
    if (json.isJsonPrimitive()) {
      return ConfigValue.of(json.getAsString());
    }
    return json.toString().contains("{\"secure\":")
        ? ConfigValue.ofSecret()
        : ConfigValue.of(json.toString());
  }
}
