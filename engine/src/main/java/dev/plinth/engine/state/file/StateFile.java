/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.checkpoint.CheckpointException;
import dev.plinth.engine.state.checkpoint.CheckpointJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The file that holds a stack's state. Pulumi may have compressed it; the newest one counts. */
final class StateFile {
  private final FileLayout layout;
  private final StackName stack;

  StateFile(FileLayout layout, StackName stack) {
    this.layout = layout;
    this.stack = stack;
  }

  /** A file that was found, and what tells it from one that replaces it. */
  record Found(Path path, BasicFileAttributes attributes) {
    boolean isSameAs(Found other) {
      return path.equals(other.path)
          && attributes.size() == other.attributes.size()
          && attributes.lastModifiedTime().equals(other.attributes.lastModifiedTime())
          && java.util.Objects.equals(attributes.fileKey(), other.attributes.fileKey());
    }
  }

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
    return List.of(layout.state(stack), layout.gzippedState(stack), layout.zstdState(stack));
  }

  private static boolean isNewer(Found one, Found other) {
    return one.attributes().lastModifiedTime().compareTo(other.attributes().lastModifiedTime()) > 0;
  }

  private static Optional<Found> look(Path path) {
    try {
      return Optional.of(new Found(path, Files.readAttributes(path, BasicFileAttributes.class)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailure.of("read", path, e);
    }
  }

  /** Reads the whole file; it is replaced as a whole too, so no lock is needed. */
  static Snapshot read(Path path, SecretsProviders providers) {
    if (path.toString().endsWith(FileLayout.ZSTD_SUFFIX)) {
      throw new StateException(
          "the state " + path + " is compressed with Zstandard, which cannot be read here",
          "write it anew without compression: unset PULUMI_SELF_MANAGED_STATE_GZIP and its like, and"
              + " run `pulumi stack export` and `pulumi stack import`",
          null);
    }
    try (InputStream in = open(path)) {
      return CheckpointJson.read(in, providers);
    } catch (CheckpointException e) {
      throw new StateException(
          "the state " + path + " cannot be used: " + e.getMessage(),
          e.remedy().orElseGet(() -> restore(path)),
          e);
    } catch (ZipException | java.io.EOFException e) {
      throw new StateException("the state " + path + " cannot be unpacked", restore(path), e);
    } catch (IOException e) {
      throw StorageFailure.of("read", path, e);
    }
  }

  private static InputStream open(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    if (!path.toString().endsWith(FileLayout.GZIP_SUFFIX)) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static String restore(Path path) {
    Path backup = FileLayout.backupOf(path);
    return Files.exists(backup)
        ? "the state before the last step is in " + backup + ": copy it over the damaged file"
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
