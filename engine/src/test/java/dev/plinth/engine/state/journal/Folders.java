/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder's files at one moment: what a process that is killed then leaves behind, since what it
 * has handed to the operating system is in the files, and what it has not is gone.
 */
public final class Folders {
  private Folders() {}

  /** Every file's content, by its path in the folder. */
  public static Map<Path, byte[]> read(Path folder) {
    Map<Path, byte[]> files = new TreeMap<>();
    if (!Files.exists(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Makes a folder of what {@link #read} answered. */
  public static Path write(Path folder, Map<Path, byte[]> files) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
