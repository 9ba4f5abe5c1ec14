/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.asset.ArchiveListing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What is in archives: {@code {"version":1,"archives":{"<hash>":{"<path>":"<mark>"}}}}. */
public final class ArchivesContent {
  private static final int VERSION = 1;

  private ArchivesContent() {}

  public static byte[] toJson(Map<String, ArchiveListing> archives) {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    try {
      json.beginObject().name("version").value(VERSION).name("archives").beginObject();
      for (Map.Entry<String, ArchiveListing> archive : new TreeMap<>(archives).entrySet()) {
        json.name(archive.getKey()).beginObject();
        for (Map.Entry<String, String> file : archive.getValue().files().entrySet()) {
          json.name(file.getKey()).value(file.getValue());
        }
        json.endObject();
      }
      json.endObject().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #toJson} wrote. What is damaged, or of another version, is as if it were not
   * there: nothing depends on it, and it is written anew with the next archive.
   */
  public static Map<String, ArchiveListing> parse(byte[] content) {
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8))) {
      return read(json);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      return Map.of();
    }
  }

  private static Map<String, ArchiveListing> read(JsonReader json) throws IOException {
    int version = VERSION;
    Map<String, ArchiveListing> archives = new TreeMap<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "version" -> version = json.nextInt();
        case "archives" -> {
          json.beginObject();
          while (json.hasNext()) {
            archives.put(json.nextName(), new ArchiveListing(files(json)));
          }
          json.endObject();
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    return version == VERSION ? archives : Map.of();
  }

  private static Map<String, String> files(JsonReader json) throws IOException {
    Map<String, String> files = new TreeMap<>();
    json.beginObject();
    while (json.hasNext()) {
      files.put(json.nextName(), json.nextString());
    }
    json.endObject();
    return files;
  }
}
