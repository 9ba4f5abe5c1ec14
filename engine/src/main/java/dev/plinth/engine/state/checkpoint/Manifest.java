/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A deployment's {@code manifest}: when and by what it was written. The magic is the SHA-256 of the
 * version, empty for an empty one; Pulumi refuses a deployment where the two do not agree.
 */
final class Manifest {
  private static final String WRITER = "plinth";

  private Manifest() {}

  static void write(JsonWriter json, Instant time) throws IOException {
    json.beginObject();
    json.name("time").value(time.toString());
    json.name("magic").value(magic(WRITER));
    json.name("version").value(WRITER);
    json.endObject();
  }

  /** Checks the magic; nothing else of the manifest matters to a reader. */
  static void check(JsonReader json) throws IOException {
    String magic = "";
    String version = "";
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      boolean text = json.peek() == JsonToken.STRING;
      if (text && key.equals("magic")) {
        magic = json.nextString();
      } else if (text && key.equals("version")) {
        version = json.nextString();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    if (!magic.equals(magic(version))) {
      throw CheckpointException.damaged(
          "the manifest's magic does not belong to its version", null);
    }
  }

  private static String magic(String version) {
    if (version.isEmpty()) {
      return "";
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(version.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
