/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.state.StateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A stack's tags: {@code {"version":1,"tags":{…}}}. */
public final class TagsContent {
  private static final int VERSION = 1;

  private TagsContent() {}

  public static byte[] toJson(Map<String, String> tags) {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.setIndent("    ");
    try {
      json.beginObject().name("version").value(VERSION).name("tags").beginObject();
      for (Map.Entry<String, String> tag : new TreeMap<>(tags).entrySet()) {
        json.name(tag.getKey()).value(tag.getValue());
      }
      json.endObject().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads tags.
   *
   * @param place where they stand, for messages
   * @throws StateException when they are damaged
   */
  public static Map<String, String> parse(byte[] content, String place) {
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8))) {
      return read(json, place);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new StateException(
          "the stack's tags in " + place + " are damaged",
          "delete the file; the next deployment writes it again",
          e);
    }
  }

  private static Map<String, String> read(JsonReader json, String place) throws IOException {
    int version = VERSION;
    Map<String, String> tags = new TreeMap<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "version" -> version = json.nextInt();
        case "tags" -> {
          json.beginObject();
          while (json.hasNext()) {
            tags.put(json.nextName(), json.nextString());
          }
          json.endObject();
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (version != VERSION) {
      throw new StateException(
          "the stack's tags in " + place + " are of version " + version + ", and 1 can be read",
          "use a newer version of Plinth, or the tool that wrote them",
          null);
    }
    return Collections.unmodifiableMap(tags);
  }
}
