/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.state.LockHolder;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The content of a lock file: Pulumi's, and the start of the process. */
final class LockFile {
  private LockFile() {}

  static byte[] toJson(LockHolder holder) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    json.name("pid").value(holder.pid());
    json.name("username").value(holder.username());
    json.name("hostname").value(holder.hostname());
    json.name("timestamp").value(holder.since().toString());
    if (holder.started().isPresent()) {
      json.name("started").value(holder.started().get().toString());
    }
    json.endObject();
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Empty when the file is no lock file, or is being written. */
  static Optional<LockHolder> read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        JsonReader json = new JsonReader(text)) {
      return Optional.of(readHolder(json));
    } catch (java.io.EOFException
        | java.nio.charset.CharacterCodingException
        | com.google.gson.stream.MalformedJsonException
        | IllegalStateException
        | NumberFormatException
        | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LockHolder readHolder(JsonReader json) throws IOException {
    long pid = 0;
    String username = "?";
    String hostname = "?";
    Instant since = Instant.EPOCH;
    Optional<Instant> started = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "pid" -> pid = json.nextLong();
        case "username" -> username = json.nextString();
        case "hostname" -> hostname = json.nextString();
        case "timestamp" -> since = Instant.parse(json.nextString());
        case "started" -> started = Optional.of(Instant.parse(json.nextString()));
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new LockHolder(pid, username, hostname, since, started);
  }
}
