/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.journal.StackMedium.Version;
import dev.plinth.engine.state.layout.PulumiLayout;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import dev.plinth.engine.state.object.ObjectStore.Listed;
import dev.plinth.engine.state.object.ObjectStore.Stored;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The object that holds a stack's state. Pulumi may have compressed it; the newest one counts. */
final class StateObject {
  private final ObjectStore store;
  private final String key;
  private final List<String> variants;

  /** What the state must still be when it is replaced. */
  private Condition known = new Condition.Always();

  StateObject(ObjectStore store, StackName stack) {
    this.store = store;
    this.key = PulumiLayout.state(stack);
    this.variants = PulumiLayout.states(stack);
  }

  /** Tells a state from every other. */
  private record Tag(String key, String content) {}

  String place() {
    return store.place(key);
  }

  Optional<Version> find() {
    return present().stream()
        .min(Comparator.comparing(Listed::age))
        .map(newest -> new Version(store.place(newest.key()), new Tag(newest.key(), newest.tag())));
  }

  /** Where the present state is. */
  Optional<String> key() {
    return find().map(StateObject::keyOf);
  }

  private List<Listed> present() {
    return store.list(key).stream().filter(listed -> variants.contains(listed.key())).toList();
  }

  /** From now on nobody else may have replaced the state when we do. */
  void hold() {
    known =
        present().stream()
            .filter(listed -> listed.key().equals(key))
            .findFirst()
            .<Condition>map(listed -> new Condition.Unchanged(listed.tag()))
            .orElseGet(Condition.Absent::new);
  }

  InputStream open(Version found) throws IOException {
    String version = keyOf(found);
    if (version.endsWith(PulumiLayout.ZSTD_SUFFIX)) {
      throw new StateException(
          "the state "
              + store.place(version)
              + " is compressed with Zstandard, which cannot be read"
              + " here",
          "write it anew without compression: unset PULUMI_SELF_MANAGED_STATE_GZIP and its like, and"
              + " run `pulumi stack export` and `pulumi stack import`",
          null);
    }
    Stored stored =
        store.get(version).orElseThrow(() -> new FileNotFoundException("it was just replaced"));
    InputStream in = new ByteArrayInputStream(stored.content());
    return version.endsWith(PulumiLayout.GZIP_SUFFIX) ? new GZIPInputStream(in) : in;
  }

  private static String keyOf(Version found) {
    return ((Tag) found.tag()).key();
  }

  /** What to do about a state that is damaged. */
  String restore(Version found) {
    String backup = PulumiLayout.backupOf(keyOf(found));
    return store.get(backup).isPresent()
        ? "the state before the last run is in "
            + store.place(backup)
            + ": copy it over the damaged object"
        : "restore it from a backup; there is no " + store.place(backup);
  }

  /** Replaces the state; what it was before becomes the {@code .bak} object. */
  void write(List<byte[]> pieces) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    pieces.forEach(content::writeBytes);
    if (known instanceof Condition.Unchanged) {
      store.copy(key, PulumiLayout.backupOf(key));
    }
    known = new Condition.Unchanged(put(content.toByteArray()));
    List<String> compressed = new ArrayList<>();
    for (Listed listed : present()) {
      if (!listed.key().equals(key)) {
        store.copy(listed.key(), PulumiLayout.backupOf(listed.key()));
        compressed.add(listed.key());
      }
    }
    store.delete(compressed);
  }

  private String put(byte[] content) {
    return store
        .put(key, content, known)
        .or(() -> store.get(key).filter(now -> holds(now, content)).map(Stored::tag))
        .orElseThrow(
            () ->
                new StateException(
                    "the state " + place() + " was replaced by somebody else meanwhile",
                    "make sure that nobody changes the stack without its lock, and run the command"
                        + " again",
                    null));
  }

  /** After a write whose answer was lost. */
  private static boolean holds(Stored now, byte[] content) {
    return Arrays.equals(now.content(), content);
  }

  void remove() {
    // The state goes first: without it there is no stack, whatever else is left.
    store.delete(variants);
    store.delete(variants.stream().map(PulumiLayout::backupOf).toList());
    known = new Condition.Absent();
  }
}
