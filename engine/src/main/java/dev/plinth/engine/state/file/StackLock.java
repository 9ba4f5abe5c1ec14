/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.StackLockedException;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.journal.HeldLock;
import dev.plinth.engine.state.layout.LockContent;
import dev.plinth.engine.state.layout.ThisProcess;
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
final class StackLock implements HeldLock {
  private final StackName stack;
  private final ProcessLock processLock;
  private final Path file;
  private final List<String> notices;

  private StackLock(StackName stack, ProcessLock processLock, Path file, List<String> notices) {
    this.stack = stack;
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
      return new StackLock(stack, processLock, file, notices);
    } catch (IOException | RuntimeException e) {
      processLock.close();
      throw e;
    }
  }

  @Override
  public List<String> notices() {
    return notices;
  }

  /** Somebody who unlocks a stack by hand takes its lock files away. */
  @Override
  public void requireHeld() {
    if (!Files.exists(file)) {
      throw new StateException(
          "the lock of the stack " + stack + " was taken away while this run held it",
          "whoever ran `plinth state unlock`, `pulumi cancel` or the like may be changing the stack;"
              + " run the command again when nobody is",
          null);
    }
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
      LockHolder known = holder.orElseGet(LockContent::unknownHolder);
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

  /** Appears in the folder whole, since others read every file there. */
  private static Path write(Path processLock, Path folder, LockHolder self) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".json");
    PrivateFiles.publish(file, FileLayout.folderOf(processLock), LockContent.of(self).toJson());
    return file;
  }

  private static Optional<LockHolder> readIfThere(Path file) throws IOException {
    try {
      return LockContent.parse(Files.readAllBytes(file)).map(LockContent::holder);
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

  /**
   * Takes every lock file away, unless a run of this host holds the stack: that one can be ended.
   *
   * @return who held it
   */
  static List<LockHolder> breakLocks(FileLayout layout, StackName stack) throws IOException {
    List<LockHolder> broken = new ArrayList<>();
    Path folder = layout.locks(stack);
    if (!Files.exists(layout.processLock(stack)) && lockFiles(folder).isEmpty()) {
      return broken;
    }
    ProcessLock processLock = ProcessLock.take(layout, stack, ThisProcess.holder(Instant.EPOCH));
    try {
      for (Path file : lockFiles(folder)) {
        broken.add(readIfThere(file).orElseGet(LockContent::unknownHolder));
        Files.deleteIfExists(file);
      }
    } finally {
      processLock.close();
    }
    return broken;
  }

  @Override
  public void leave() {
    try {
      processLock.close();
    } catch (IOException e) {
      throw StorageFailure.of("give back the lock beside", file, e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw StorageFailure.of("give back the lock", file, e);
    } finally {
      leave();
    }
  }
}
