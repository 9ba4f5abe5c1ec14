/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;

/** JSON text: white space and the order of an object's members say nothing. */
public final class JsonDocument {
  private JsonDocument() {}

  /** What the text says; empty when it is no JSON. */
  public static Optional<JsonElement> parse(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement parsed = JsonParser.parseReader(reader);
      return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(parsed) : Optional.empty();
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  /** Whether two texts say the same; what is no JSON says only itself. */
  public static boolean same(String left, String right) {
    return left.equals(right) || (parse(left).isPresent() && parse(left).equals(parse(right)));
  }
}
