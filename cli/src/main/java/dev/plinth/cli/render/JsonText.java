/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes JSON trees. Gson's own entry point would set up its object mapping first. */
public final class JsonText {
  /** Pulumi's indentation. */
  private static final String INDENT = "    ";

  private JsonText() {}

  /** On one line, without a line end. */
  public static String line(JsonElement json) {
    return write(json, "");
  }

  /** Indented, with a line end. */
  public static String indented(JsonElement json) {
    return write(json, INDENT) + "\n";
  }

  private static String write(JsonElement json, String indent) {
    StringWriter text = new StringWriter();
    JsonWriter writer = new JsonWriter(text);
    writer.setIndent(indent);
    writer.setHtmlSafe(false);
    try {
      write(json, writer);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonElement json, JsonWriter writer) throws IOException {
    if (json instanceof JsonObject object) {
      writer.beginObject();
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        writer.name(entry.getKey());
        write(entry.getValue(), writer);
      }
      writer.endObject();
    } else if (json instanceof JsonArray array) {
      writer.beginArray();
      for (JsonElement element : array) {
        write(element, writer);
      }
      writer.endArray();
    } else if (json instanceof JsonPrimitive primitive) {
      write(primitive, writer);
    } else {
      writer.nullValue();
    }
  }

  private static void write(JsonPrimitive primitive, JsonWriter writer) throws IOException {
    if (primitive.isBoolean()) {
      writer.value(primitive.getAsBoolean());
    } else if (primitive.isNumber()) {
      writer.value(primitive.getAsNumber());
    } else {
      writer.value(primitive.getAsString());
    }
  }
}
