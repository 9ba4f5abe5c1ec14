/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.StackLockedException;
import dev.plinth.engine.state.StackName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to write a stack. Two locks are taken: that of the operating system, which is exact and
 * ends with its process, and Pulumi's lock file, which holds off Pulumi and other hosts. As with
 * Pulumi, the lock file is written and then the folder is looked at once more, so that of two who
 * come at once at least one withdraws.
 */
final class StackLock implements AutoCloseable {
  private final ProcessLock processLock;
  private final Path file;
  private final List<String> notices;

  private StackLock(ProcessLock processLock, Path file, List<String> notices) {
    this.processLock = processLock;
    this.file = file;
    this.notices = List.copyOf(notices);
  }

  /**
   * @throws StackLockedException when somebody else holds it
   */
  static StackLock take(FileLayout layout, StackName stack, Instant now) throws IOException {
    Path folder = layout.locks(stack);
    PrivateFiles.createFolders(folder);
    LockHolder self = ThisProcess.holder(now);
    ProcessLock processLock = ProcessLock.take(layout, stack, self);
    try {
      List<String> notices = new ArrayList<>();
      requireFree(stack, folder, Optional.empty(), notices);
      Path file = write(layout.processLock(stack), folder, self);
      try {
        requireFree(stack, folder, Optional.of(file), notices);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      return new StackLock(processLock, file, notices);
    } catch (IOException | RuntimeException e) {
      processLock.close();
      throw e;
    }
  }

  List<String> notices() {
    return notices;
  }

  /** Who holds the stack, by its lock files; empty when none names a process that may be alive. */
  static Optional<LockHolder> livingHolder(Path folder) throws IOException {
    for (Path file : lockFiles(folder)) {
      Optional<LockHolder> holder = readIfThere(file).filter(found -> !ThisProcess.isGone(found));
      if (holder.isPresent()) {
        return holder;
      }
    }
    return Optional.empty();
  }

  private static void requireFree(
      StackName stack, Path folder, Optional<Path> own, List<String> notices) throws IOException {
    for (Path rival : lockFiles(folder)) {
      if (own.filter(rival::equals).isPresent()) {
        continue;
      }
      Optional<LockHolder> holder = readIfThere(rival);
      if (holder.isEmpty() && !Files.exists(rival)) {
        continue;
      }
      LockHolder known = holder.orElseGet(() -> unknownHolder());
      if (holder.isEmpty() || !ThisProcess.isGone(known)) {
        throw new StackLockedException(stack, known, rival.toString());
      }
      Files.deleteIfExists(rival);
      notices.add(
          "took over the lock of "
              + known
              + ", whose process has ended; what it was doing may be unfinished");
    }
  }

  static LockHolder unknownHolder() {
    return new LockHolder(0, "unknown", "unknown", Instant.EPOCH);
  }

  /** Appears in the folder whole, since others read every file there. */
  private static Path write(Path processLock, Path folder, LockHolder self) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".json");
    PrivateFiles.publish(file, FileLayout.folderOf(processLock), LockFile.toJson(self));
    return file;
  }

  private static Optional<LockHolder> readIfThere(Path file) throws IOException {
    try {
      return LockFile.read(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static List<Path> lockFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!Files.isDirectory(entry)) {
          files.add(entry);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      processLock.close();
    }
  }
}
