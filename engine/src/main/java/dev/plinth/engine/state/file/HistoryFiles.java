/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.layout.HistoryNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a stack's history. */
final class HistoryFiles {
  private final StackName stack;
  private final Path folder;
  private final StateFile state;

  HistoryFiles(FileLayout layout, StackName stack, StateFile state) {
    this.stack = stack;
    this.folder = layout.history(stack);
    this.state = state;
  }

  Path folder() {
    return folder;
  }

  /** The entries, the newest first. */
  List<String> names() throws IOException {
    return HistoryNames.entries(
        files().stream().map(file -> file.getFileName().toString()).toList());
  }

  private List<Path> files() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> files = new ArrayList<>();
      entries.forEach(files::add);
      return files;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  byte[] read(String name) throws IOException {
    Path file = folder.resolve(name);
    return HistoryNames.unpack(Files.readAllBytes(file), file.toString());
  }

  /**
   * Adds an entry and a copy of the state. A state is only ever replaced as a whole, by us and by
   * Pulumi, so the copy is another name of the same file where the file system can do that.
   *
   * @return false when there is one of this moment
   */
  boolean add(long moment, byte[] entry) throws IOException {
    Path file = folder.resolve(HistoryNames.entry(stack, moment));
    if (Files.exists(file)) {
      return false;
    }
    PrivateFiles.createFolders(folder);
    PrivateFiles.publish(file, folder, entry);
    Optional<Path> now = state.find().map(StateFile.Found::path);
    if (now.isPresent()) {
      String name = HistoryNames.checkpoint(stack, moment, now.get().toString());
      PrivateFiles.keepAs(now.get(), folder.resolve(name));
    }
    return true;
  }

  void remove() throws IOException {
    for (Path file : files()) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
