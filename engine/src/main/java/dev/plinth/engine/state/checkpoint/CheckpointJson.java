/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.wire.MalformedValueException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;

/**
 * Reads Pulumi's state files ({@code {"version":3,"checkpoint":{…}}}) and exports ({@code
 * {"version":3,"deployment":{…}}}). {@link CheckpointWriter} writes them.
 */
public final class CheckpointJson {
  private CheckpointJson() {}

  /**
   * Reads one document to its end. Secrets stay sealed until somebody asks for them.
   *
   * @param in UTF-8; closed by the caller
   * @throws CheckpointException when it is cut off, damaged, inconsistent, or of another version
   * @throws IOException when the input cannot be read
   */
  public static Snapshot read(InputStream in, SecretsProviders providers) throws IOException {
    InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    JsonReader json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
    try {
      Snapshot snapshot = readDocument(json, providers);
      SnapshotIntegrity.require(snapshot);
      return snapshot;
    } catch (EOFException e) {
      throw CheckpointException.damaged("it ends in the middle", e);
    } catch (CharacterCodingException e) {
      throw CheckpointException.damaged("it is not UTF-8", e);
    } catch (com.google.gson.stream.MalformedJsonException
        | JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | DateTimeException
        | MalformedValueException e) {
      throw CheckpointException.damaged(reason(json, e), e);
    }
  }

  private static String reason(JsonReader json, Exception e) {
    // Gson names a place in its own messages, and adds lines of advice on its use to some.
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.contains(" path $") ? line : line + " at " + json.getPath();
  }

  private static Snapshot readDocument(JsonReader json, SecretsProviders providers)
      throws IOException {
    Snapshot snapshot = Snapshot.empty();
    List<String> features = List.of();
    boolean versioned = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "version" -> {
          FormatVersion.read(json);
          versioned = true;
        }
        case "features" -> features = ReferenceReader.texts(json);
        case "checkpoint" -> snapshot = readCheckpoint(json, providers);
        case "deployment" -> snapshot = readDeployment(json, providers);
        default -> json.skipValue();
      }
      FormatVersion.checkFeatures(features);
    }
    json.endObject();
    if (!versioned || json.peek() != JsonToken.END_DOCUMENT) {
      throw CheckpointException.damaged("it is not a checkpoint: it has no version", null);
    }
    return snapshot;
  }

  private static Snapshot readCheckpoint(JsonReader json, SecretsProviders providers)
      throws IOException {
    Snapshot snapshot = Snapshot.empty();
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("latest")) {
        snapshot = readDeployment(json, providers);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return snapshot;
  }

  /** A stack that was made and never deployed has a null here. */
  private static Snapshot readDeployment(JsonReader json, SecretsProviders providers)
      throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return Snapshot.empty();
    }
    return new DeploymentReader(providers).read(json);
  }
}
