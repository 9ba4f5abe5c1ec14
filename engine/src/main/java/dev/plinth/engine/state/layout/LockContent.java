/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.state.LockHolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a lock holds: what Pulumi writes, when the process started, and the lease where there is
 * one.
 */
public record LockContent(LockHolder holder, Optional<Lease> lease) {

  /**
   * For how long a lock holds.
   *
   * @param id the holding's own
   * @param term grows from each holder of a stack to the next
   * @param seconds how long it holds from when it was last written, by the clock of what keeps it
   * @param renewal how often it was renewed
   */
  public record Lease(String id, long term, long seconds, long renewal) {}

  /** A lock that holds until its process ends. */
  public static LockContent of(LockHolder holder) {
    return new LockContent(holder, Optional.empty());
  }

  /** Who holds a lock that cannot be read. */
  public static LockHolder unknownHolder() {
    return new LockHolder(0, "unknown", "unknown", Instant.EPOCH, Optional.empty());
  }

  public byte[] toJson() {
    StringWriter text = new StringWriter();
    try {
      write(new JsonWriter(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("pid").value(holder.pid());
    json.name("username").value(holder.username());
    json.name("hostname").value(holder.hostname());
    json.name("timestamp").value(holder.since().toString());
    if (holder.started().isPresent()) {
      json.name("started").value(holder.started().get().toString());
    }
    if (lease.isPresent()) {
      json.name("lease").beginObject();
      json.name("id").value(lease.get().id());
      json.name("term").value(lease.get().term());
      json.name("seconds").value(lease.get().seconds());
      json.name("renewal").value(lease.get().renewal());
      json.endObject();
    }
    json.endObject();
  }

  /** Empty when it is no lock, or is being written. */
  public static Optional<LockContent> parse(byte[] content) {
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8))) {
      return Optional.of(read(json));
    } catch (IOException | IllegalStateException | NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LockContent read(JsonReader json) throws IOException {
    long pid = 0;
    String username = "?";
    String hostname = "?";
    Instant since = Instant.EPOCH;
    Optional<Instant> started = Optional.empty();
    Optional<Lease> lease = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "pid" -> pid = json.nextLong();
        case "username" -> username = json.nextString();
        case "hostname" -> hostname = json.nextString();
        case "timestamp" -> since = Instant.parse(json.nextString());
        case "started" -> started = Optional.of(Instant.parse(json.nextString()));
        case "lease" -> lease = Optional.of(readLease(json));
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new LockContent(new LockHolder(pid, username, hostname, since, started), lease);
  }

  private static Lease readLease(JsonReader json) throws IOException {
    String id = "";
    long term = 0;
    long seconds = 0;
    long renewal = 0;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "id" -> id = json.nextString();
        case "term" -> term = json.nextLong();
        case "seconds" -> seconds = json.nextLong();
        case "renewal" -> renewal = json.nextLong();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Lease(id, term, seconds, renewal);
  }
}
