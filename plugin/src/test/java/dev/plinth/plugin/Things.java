/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The cloud of the demo plugin: a file for each thing, with its size in it. */
record Things(Path folder) {
  static Things beside(Path ledger) {
    return new Things(ledger.resolveSibling("things"));
  }

  void put(String id, String size) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(id), size);
  }

  void remove(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id));
  }

  /** A thing's size; empty when it does not exist. */
  Optional<String> size(String id) throws IOException {
    try {
      return Optional.of(Files.readString(folder.resolve(id)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
