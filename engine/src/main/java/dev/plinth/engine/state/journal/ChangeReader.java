/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import dev.plinth.engine.secret.SecretsProviderState;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.checkpoint.ResourceEntries;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a journal's line, as {@link ChangeWriter} writes them. */
final class ChangeReader {
  private final ResourceEntries entries;
  private final Map<String, ResourceState> intended = new HashMap<>();

  ChangeReader(ResourceEntries entries) {
    this.entries = entries;
  }

  /**
   * What an entry says; all but one are empty.
   *
   * @param compacted the fingerprint of the checkpoint that takes the journal's place
   */
  record Entry(
      Optional<JournalHead> head,
      Optional<SecretsProviderState> secrets,
      Optional<String> compacted,
      Optional<StateChange> change) {}

  Entry read(JsonReader json) throws IOException {
    Fields fields = new Fields();
    json.beginObject();
    while (json.hasNext()) {
      fields.read(json.nextName(), json);
    }
    json.endObject();
    return fields.toEntry();
  }

  /** The fields of one entry; its first key says what it is. */
  private final class Fields {
    private String kind = "";
    private String text = "";
    private int number;
    private String intent = "";
    private String base = "";
    private String to = "";
    private String state = "{}";
    private OptionalInt supersedes = OptionalInt.empty();
    private OptionalInt condemns = OptionalInt.empty();
    private @Nullable ResourceState resource;

    void read(String key, JsonReader json) throws IOException {
      if (kind.isEmpty()) {
        kind = key;
        readFirst(key, json);
        return;
      }
      switch (key) {
        case "stack" -> text = json.nextString();
        case "base" -> base = json.nextString();
        case "to" -> to = json.nextString();
        case "state" -> state = JsonParser.parseReader(json).toString();
        case "intent" -> intent = json.nextString();
        case "supersedes" -> supersedes = OptionalInt.of(json.nextInt());
        case "condemns" -> condemns = OptionalInt.of(json.nextInt());
        case "resource" -> resource = entries.resource(json);
        case "reached" -> resource = readReached(json);
        default -> throw new DamagedJournalException("it has an unknown key " + key);
      }
    }

    private void readFirst(String key, JsonReader json) throws IOException {
      switch (key) {
        case "journal", "keep", "amend", "remove" -> number = json.nextInt();
        case "secrets", "compacted", "begin", "abandon", "put", "append", "rename" ->
            text = json.nextString();
        default -> throw new DamagedJournalException("it has an unknown entry " + key);
      }
    }

    private ResourceState readReached(JsonReader json) throws IOException {
      ResourceState goal = intended.get(intent);
      if (goal == null) {
        throw new DamagedJournalException("an operation has ended that never began");
      }
      ResourceStateBuilder reached = goal.toBuilder();
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "id" -> reached.id(json.nextString());
          case "created" -> reached.created(Optional.of(Instant.parse(json.nextString())));
          case "modified" -> reached.modified(Optional.of(Instant.parse(json.nextString())));
          case "outputs" -> reached.outputs(entries.properties(json));
          case "overInputs" -> reached.outputs(over(goal.inputs(), entries.properties(json)));
          default -> json.skipValue();
        }
      }
      json.endObject();
      return reached.build();
    }

    private PropertyMap over(PropertyMap inputs, PropertyMap more) {
      return inputs.toBuilder().putAll(more).build();
    }

    Entry toEntry() {
      return switch (kind) {
        case "journal" -> head();
        case "secrets" ->
            entry(Optional.empty(), Optional.of(new SecretsProviderState(text, state)));
        case "compacted" -> entry(Optional.of(text), Optional.empty());
        case "begin" -> change(begin());
        case "abandon" -> change(new StateChange.Abandon(text));
        case "put" -> change(new StateChange.Put(resource(), supersedes, condemns, ended()));
        case "keep" -> change(new StateChange.Keep(number));
        case "amend" -> change(new StateChange.Amend(number, resource(), ended()));
        case "append" -> change(new StateChange.Append(resource(), ended()));
        case "rename" -> change(new StateChange.Rename(new Urn(text), new Urn(to)));
        case "remove" -> change(new StateChange.Remove(number, ended()));
        default -> throw new DamagedJournalException("it has an empty entry");
      };
    }

    private Entry head() {
      if (number != JournalHead.VERSION) {
        throw new DamagedJournalException(
            "it is of version " + number + ", and " + JournalHead.VERSION + " can be read");
      }
      return new Entry(
          Optional.of(new JournalHead(text, base)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private Entry entry(Optional<String> compacted, Optional<SecretsProviderState> secrets) {
      return new Entry(Optional.empty(), secrets, compacted, Optional.empty());
    }

    private Entry change(StateChange change) {
      return new Entry(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(change));
    }

    private StateChange begin() {
      PendingOperation.Type type = PendingOperation.Type.valueOf(text.toUpperCase(Locale.ROOT));
      intended.put(intent, resource());
      return new StateChange.Begin(new PendingOperation(type, resource(), intent));
    }

    private Optional<String> ended() {
      return Optional.of(intent).filter(name -> !name.isEmpty());
    }

    private ResourceState resource() {
      if (resource == null) {
        throw new DamagedJournalException("an entry has no resource");
      }
      return resource;
    }
  }
}
