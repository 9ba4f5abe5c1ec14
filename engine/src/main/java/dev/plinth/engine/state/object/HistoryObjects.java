/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.layout.HistoryNames;
import dev.plinth.engine.state.layout.PulumiLayout;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import dev.plinth.engine.state.object.ObjectStore.Listed;
import dev.plinth.engine.state.object.ObjectStore.Stored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The objects of a stack's history. */
final class HistoryObjects {
  private final ObjectStore store;
  private final StackName stack;
  private final String folder;
  private final StateObject state;

  HistoryObjects(ObjectStore store, StackName stack, StateObject state) {
    this.store = store;
    this.stack = stack;
    this.folder = PulumiLayout.history(stack) + "/";
    this.state = state;
  }

  String place(String name) {
    return store.place(folder + name);
  }

  /** The entries, the newest first. */
  List<String> names() {
    return HistoryNames.entries(
        keys().stream().map(key -> key.substring(folder.length())).toList());
  }

  private List<String> keys() {
    return store.list(folder).stream().map(Listed::key).toList();
  }

  /** Empty for one that was just removed. */
  List<Optional<byte[]>> read(List<String> names) {
    List<Optional<Stored>> found = store.getAll(names.stream().map(folder::concat).toList());
    List<Optional<byte[]>> contents = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String place = place(names.get(i));
      contents.add(found.get(i).map(stored -> unpack(stored, place)));
    }
    return contents;
  }

  private static byte[] unpack(Stored stored, String place) {
    try {
      return HistoryNames.unpack(stored.content(), place);
    } catch (IOException e) {
      throw new StateException(
          "the entry " + place + " of the history cannot be unpacked",
          "delete it: no state depends on the history",
          e);
    }
  }

  /**
   * Adds an entry and a copy of the state, which the store makes itself.
   *
   * @return false when there is one of this moment
   */
  boolean add(long moment, byte[] entry) {
    String key = folder + HistoryNames.entry(stack, moment);
    if (store.put(key, entry, new Condition.Absent()).isEmpty() && !isOurs(key, entry)) {
      return false;
    }
    state
        .key()
        .ifPresent(from -> store.copy(from, folder + HistoryNames.checkpoint(stack, moment, from)));
    return true;
  }

  /** After a write whose answer was lost. */
  private boolean isOurs(String key, byte[] entry) {
    return store.get(key).filter(there -> Arrays.equals(there.content(), entry)).isPresent();
  }

  void remove() {
    store.delete(keys());
  }
}
