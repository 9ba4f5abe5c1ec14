/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import dev.plinth.engine.secret.SecretsProviderState;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.WorkingSnapshot;
import dev.plinth.engine.state.checkpoint.ResourceEntries;
import dev.plinth.engine.wire.MalformedValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a journal says: which checkpoint it continues, what has changed since, and whether another
 * checkpoint has taken its place.
 */
final class Replay {
  private final SecretsProviders providers;
  private final ResourceEntries entries = new ResourceEntries();
  private final ChangeReader reader = new ChangeReader(entries);
  private final List<StateChange> changes = new ArrayList<>();
  private Optional<JournalHead> head = Optional.empty();
  private Optional<SecretsProviderState> secrets = Optional.empty();
  private Optional<String> compacted = Optional.empty();

  private Replay(SecretsProviders providers) {
    this.providers = providers;
  }

  /**
   * Reads a journal.
   *
   * @throws DamagedJournalException when more than its end is missing
   */
  static Replay read(byte[] journal, SecretsProviders providers) {
    Replay replay = new Replay(providers);
    try {
      for (byte[] line : JournalLine.parse(journal)) {
        replay.readLine(line);
      }
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | DateTimeException
        | MalformedValueException e) {
      // Without the text of the cause, which may quote what stands there.
      throw new DamagedJournalException("a line is not what its checksum is of", e);
    }
    return replay;
  }

  private void readLine(byte[] line) throws IOException {
    if (head.isEmpty() && !isHead(line)) {
      // The rest of a journal whose beginning is removed already.
      return;
    }
    JsonReader json =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(line), StandardCharsets.UTF_8));
    json.setStrictness(Strictness.STRICT);
    json.beginArray();
    while (json.hasNext()) {
      ChangeReader.Entry entry = reader.read(json);
      entry.head().ifPresent(this::begin);
      secrets = entry.secrets().or(() -> secrets);
      compacted = entry.compacted().or(() -> compacted);
      entry.change().ifPresent(changes::add);
    }
    json.endArray();
  }

  private static boolean isHead(byte[] line) {
    byte[] head = JournalHead.BEGINNING.getBytes(StandardCharsets.US_ASCII);
    return line.length > head.length && Arrays.equals(line, 0, head.length, head, 0, head.length);
  }

  /** What came before has been made part of the checkpoint, and was not removed yet. */
  private void begin(JournalHead next) {
    head = Optional.of(next);
    secrets = Optional.empty();
    compacted = Optional.empty();
    changes.clear();
  }

  /** Whether nothing was ever acknowledged in it. */
  boolean isEmpty() {
    return head.isEmpty();
  }

  /** Whether it continues the checkpoint of this fingerprint. */
  boolean continues(String fingerprint) {
    return head.filter(known -> known.base().equals(fingerprint)).isPresent();
  }

  /** Whether the checkpoint of this fingerprint holds all that it says. */
  boolean isIn(String fingerprint) {
    return compacted.filter(fingerprint::equals).isPresent();
  }

  /**
   * Makes the changes.
   *
   * @param base the checkpoint that it continues
   * @throws DamagedJournalException when they do not fit
   */
  Snapshot over(Snapshot base) {
    Optional<SecretsProviderState> state = secrets.or(base::secretsProvider);
    entries.finish(providers.of(state));
    WorkingSnapshot working = new WorkingSnapshot(base);
    try {
      changes.forEach(working::apply);
    } catch (IllegalArgumentException e) {
      throw new DamagedJournalException("it does not fit the state: " + e.getMessage(), e);
    }
    Snapshot changed = working.snapshot();
    return new Snapshot(
        state, changed.resources(), changed.pendingOperations(), changed.unknownFields());
  }
}
