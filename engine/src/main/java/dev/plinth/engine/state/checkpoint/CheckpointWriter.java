/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.secret.SecretsProviderState;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.value.PropertyMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Writes the snapshots of one stack, one after the other. The JSON of a resource is made once for
 * each {@link ResourceState} object and kept while later snapshots hold that object, so that a
 * snapshot costs as much as what changed in it, plus the copying of bytes.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class CheckpointWriter {
  static final String METADATA = "metadata";

  private static final int INITIAL_SIZE = 2048;

  private final SecretsManager secrets;
  private IdentityHashMap<ResourceState, byte[]> written = new IdentityHashMap<>();

  public CheckpointWriter(SecretsManager secrets) {
    this.secrets = secrets;
  }

  /**
   * A state file, in pieces that are to be written one after the other.
   *
   * @throws CheckpointException when the snapshot is not sound
   * @throws dev.plinth.engine.secret.SecretsException when there are secrets and no key for them
   */
  public List<byte[]> checkpoint(StackName stack, Snapshot snapshot, Instant time) {
    String start =
        "{\"version\":%d,\"checkpoint\":{\"stack\":\"%s\",\"latest\":"
            .formatted(FormatVersion.WRITTEN, stack);
    return document(start, snapshot, time, "}}\n");
  }

  /** What {@code pulumi stack import} reads, in pieces; throws as {@link #checkpoint} does. */
  public List<byte[]> export(Snapshot snapshot, Instant time) {
    String start = "{\"version\":%d,\"deployment\":".formatted(FormatVersion.WRITTEN);
    return document(start, snapshot, time, "}\n");
  }

  /** The JSON of one resource that is not part of a checkpoint; throws as {@link #checkpoint}. */
  public String resource(ResourceState state) {
    return new String(serialize(state), StandardCharsets.UTF_8);
  }

  /** The JSON of properties that are not part of a checkpoint; throws as {@link #checkpoint}. */
  public String properties(PropertyMap properties) {
    StringWriter text = new StringWriter();
    JsonWriter json = CompactJson.writer(text);
    try {
      new PropertyWriter(json, secrets).write(properties);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private List<byte[]> document(String start, Snapshot snapshot, Instant time, String end) {
    SnapshotIntegrity.require(snapshot);
    List<byte[]> pieces = new ArrayList<>(2 * snapshot.resources().size() + 8);
    // Encrypting the first secret makes the salt, so the resources come before the head.
    List<byte[]> resources = snapshot.resources().stream().map(this::known).toList();
    List<byte[]> operations = snapshot.pendingOperations().stream().map(this::operation).toList();
    pieces.add(bytes(start + head(snapshot, time)));
    addList(pieces, ",\"resources\":[\n", resources);
    addList(pieces, ",\"pending_operations\":[\n", operations);
    pieces.add(bytes("}" + end));
    forgetGone(snapshot);
    return pieces;
  }

  private static void addList(List<byte[]> pieces, String start, List<byte[]> items) {
    if (items.isEmpty()) {
      return;
    }
    byte[] separator = bytes(",\n");
    byte[] before = bytes(start);
    for (byte[] item : items) {
      pieces.add(before);
      pieces.add(item);
      before = separator;
    }
    pieces.add(bytes("\n]"));
  }

  /** Everything in front of the resources, without the closing brace. */
  private String head(Snapshot snapshot, Instant time) {
    StringWriter text = new StringWriter();
    JsonWriter json = CompactJson.writer(text);
    try {
      json.beginObject().name("manifest");
      Manifest.write(json, time);
      writeSecretsProvider(json, snapshot);
      if (!snapshot.unknownFields().json().containsKey(METADATA)) {
        json.name(METADATA).beginObject().endObject();
      }
      ResourceWriter.writeUnknown(json, snapshot.unknownFields());
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void writeSecretsProvider(JsonWriter json, Snapshot snapshot) throws IOException {
    SecretsProviderState state = secrets.state().or(snapshot::secretsProvider).orElse(null);
    if (state != null) {
      json.name("secrets_providers").beginObject();
      json.name("type").value(state.type());
      json.name("state").jsonValue(state.json());
      json.endObject();
    }
  }

  private byte[] known(ResourceState state) {
    byte[] known = written.get(state);
    if (known == null) {
      known = serialize(state);
      written.put(state, known);
    }
    return known;
  }

  private byte[] operation(PendingOperation operation) {
    String type = operation.type().name().toLowerCase(Locale.ROOT);
    byte[] state = known(operation.resource());
    ByteArrayOutputStream out = new ByteArrayOutputStream(state.length + 64);
    out.writeBytes(bytes("{\"resource\":"));
    out.writeBytes(state);
    // The intent is a key of our own, which Pulumi passes over.
    String intent =
        operation.intent().isEmpty() ? "" : ",\"intent\":\"" + operation.intent() + "\"";
    out.writeBytes(bytes(",\"type\":\"" + type + "\"" + intent + "}"));
    return out.toByteArray();
  }

  private byte[] serialize(ResourceState state) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(INITIAL_SIZE);
    try (JsonWriter json =
        CompactJson.writer(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      new ResourceWriter(json, secrets).write(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void forgetGone(Snapshot snapshot) {
    int held = snapshot.resources().size() + snapshot.pendingOperations().size();
    if (written.size() <= 2 * held + 16) {
      return;
    }
    IdentityHashMap<ResourceState, byte[]> kept = new IdentityHashMap<>(2 * held);
    snapshot.resources().forEach(state -> kept.put(state, known(state)));
    for (PendingOperation operation : snapshot.pendingOperations()) {
      kept.put(operation.resource(), known(operation.resource()));
    }
    written = kept;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
