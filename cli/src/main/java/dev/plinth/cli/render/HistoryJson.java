/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.engine.state.UpdateInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A stack's history in the form of {@code pulumi stack history --json}. */
public final class HistoryJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HistoryJson() {}

  public static JsonArray of(List<UpdateInfo> updates) {
    JsonArray array = new JsonArray();
    updates.forEach(update -> array.add(of(update)));
    return array;
  }

  private static JsonObject of(UpdateInfo update) {
    JsonObject json = new JsonObject();
    json.addProperty("version", update.version());
    json.addProperty("kind", update.kind());
    json.addProperty("startTime", time(update.startTime()));
    json.addProperty("message", update.message());
    JsonObject environment = new JsonObject();
    update.environment().forEach(environment::addProperty);
    json.add("environment", environment);
    JsonObject config = new JsonObject();
    update.config().forEach((key, value) -> config.add(key, of(value)));
    json.add("config", config);
    json.addProperty("result", update.result());
    if (!update.result().equals("in-progress")) {
      json.addProperty("endTime", time(update.endTime()));
      JsonObject changes = new JsonObject();
      update.resourceChanges().forEach(changes::addProperty);
      json.add("resourceChanges", changes);
    }
    return json;
  }

  private static JsonObject of(UpdateInfo.ConfigValue value) {
    JsonObject json = new JsonObject();
    if (!value.secret()) {
      json.addProperty("value", value.text());
    }
    json.addProperty("secret", value.secret());
    return json;
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
