/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.layout.PulumiLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The file that holds a stack's state. Pulumi may have compressed it; the newest one counts. */
final class StateFile {
  private final FileLayout layout;
  private final StackName stack;

  StateFile(FileLayout layout, StackName stack) {
    this.layout = layout;
    this.stack = stack;
  }

  /**
   * A file that was found.
   *
   * @param size with the other two, tells it from one that replaces it
   */
  record Found(Path path, long size, FileTime modified, String key) {}

  Optional<Found> find() {
    Optional<Found> newest = Optional.empty();
    for (Path path : variants()) {
      Optional<Found> found = look(path);
      if (found.isPresent() && newest.filter(other -> !isNewer(found.get(), other)).isEmpty()) {
        newest = found;
      }
    }
    return newest;
  }

  List<Path> variants() {
    return layout.states(stack);
  }

  private static boolean isNewer(Found one, Found other) {
    return one.modified().compareTo(other.modified()) > 0;
  }

  private static Optional<Found> look(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      String key = String.valueOf(found.fileKey());
      return Optional.of(new Found(path, found.size(), found.lastModifiedTime(), key));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailure.of("read", path, e);
    }
  }

  /**
   * Opens a file for reading, unpacked. It is replaced as a whole, so no lock is needed.
   *
   * @throws StateException when it is packed in a way that is not known here
   */
  static InputStream open(Path path) throws IOException {
    if (path.toString().endsWith(PulumiLayout.ZSTD_SUFFIX)) {
      throw new StateException(
          "the state " + path + " is compressed with Zstandard, which cannot be read here",
          "write it anew without compression: unset PULUMI_SELF_MANAGED_STATE_GZIP and its like, and"
              + " run `pulumi stack export` and `pulumi stack import`",
          null);
    }
    InputStream in = Files.newInputStream(path);
    if (!path.toString().endsWith(PulumiLayout.GZIP_SUFFIX)) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** What to do about a file that is damaged. */
  static String restore(Path path) {
    Path backup = FileLayout.backupOf(path);
    return Files.exists(backup)
        ? "the state before the last run is in " + backup + ": copy it over the damaged file"
        : "restore it from a backup; there is no " + backup.getFileName() + " beside it";
  }

  /** Replaces the state; what it was before becomes the {@code .bak} file. */
  void write(List<byte[]> pieces) throws IOException {
    Path state = layout.state(stack);
    PrivateFiles.createFolders(FileLayout.folderOf(state));
    if (Files.exists(state)) {
      PrivateFiles.keepAs(state, FileLayout.backupOf(state));
    }
    PrivateFiles.replace(state, pieces);
    for (Path compressed : variants()) {
      if (!compressed.equals(state) && Files.exists(compressed)) {
        PrivateFiles.keepAs(compressed, FileLayout.backupOf(compressed));
        Files.delete(compressed);
      }
    }
  }

  void remove() throws IOException {
    for (Path variant : variants()) {
      Files.deleteIfExists(variant);
      Files.deleteIfExists(FileLayout.backupOf(variant));
    }
  }
}
