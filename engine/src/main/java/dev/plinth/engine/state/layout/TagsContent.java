/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.state.StateException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A stack's tags: {@code {"version":1,"tags":{…}}}. */
final class TagsFile {
  private static final int VERSION = 1;

  private TagsFile() {}

  static Map<String, String> read(Path file) {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        JsonReader json = new JsonReader(text)) {
      return readTags(json, file);
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (java.io.EOFException
        | java.nio.charset.CharacterCodingException
        | com.google.gson.stream.MalformedJsonException
        | IllegalStateException
        | NumberFormatException e) {
      throw new StateException(
          "the stack's tags in " + file + " are damaged",
          "delete the file; the next deployment writes it again",
          e);
    } catch (IOException e) {
      throw StorageFailure.of("read", file, e);
    }
  }

  static void write(Path file, Map<String, String> tags) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.setIndent("    ");
    json.beginObject().name("version").value(VERSION).name("tags").beginObject();
    for (Map.Entry<String, String> tag : new TreeMap<>(tags).entrySet()) {
      json.name(tag.getKey()).value(tag.getValue());
    }
    json.endObject().endObject();
    PrivateFiles.createFolders(FileLayout.folderOf(file));
    PrivateFiles.replace(file, List.of(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> readTags(JsonReader json, Path file) throws IOException {
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
          "the stack's tags in " + file + " are of version " + version + ", and 1 can be read",
          "use a newer version of Plinth, or the tool that wrote them",
          null);
    }
    return Collections.unmodifiableMap(tags);
  }
}
