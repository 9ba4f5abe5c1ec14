/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Files that only their owner may read (0600, in folders of 0700) and that are replaced as a whole:
 * at any moment, also after a crash, a file has its old content or its new one.
 */
final class PrivateFiles {
  private static final int BUFFER_SIZE = 1 << 18;

  private PrivateFiles() {}

  static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, permissions(folder, "rwx------"));
    }
  }

  /** Opens a file for locking, made when it is not there. */
  static FileChannel openForLock(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        permissions(file, "rw-------"));
  }

  /**
   * Replaces a file's content. The temporary file has a fixed name beside it, so that a crash
   * leaves one at most: callers hold the stack's lock.
   *
   * @param pieces written one after the other
   */
  static void replace(Path file, List<byte[]> pieces) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    write(temporary, pieces);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flushFolder(FileLayout.folderOf(file));
  }

  /**
   * Makes a small file that appears whole. The temporary file's name is its own, so that callers
   * need not hold any lock.
   *
   * @param scratch the folder for the temporary file, on the same disk
   */
  static void publish(Path file, Path scratch, byte[] content) throws IOException {
    Path temporary = scratch.resolve(UUID.randomUUID() + ".tmp");
    write(temporary, List.of(content));
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes an empty file, whose name survives a power failure, unless it is there. */
  static void createIfAbsent(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, permissions(file, "rw-------"));
      flushFolder(FileLayout.folderOf(file));
    }
  }

  /** Writes a new file and waits until the disk has it. An unfinished one is taken away again. */
  static void write(Path file, List<byte[]> pieces) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, permissions(file, "rw-------"));
    // Not a channel: an interrupt would close it, and a run that is stopped must still save.
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      copy(pieces, out);
      out.getFD().sync();
    } catch (IOException e) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  /** Makes one file the other's former content; without copying where the file system can. */
  static void keepAs(Path file, Path backup) throws IOException {
    Path temporary = backup.resolveSibling(backup.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    try {
      Files.createLink(temporary, file);
    } catch (UnsupportedOperationException | IOException e) {
      // A file system without hard links; whatever else is wrong, the copy fails with it too.
      Files.copy(file, temporary, StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.move(
        temporary, backup, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(List<byte[]> pieces, FileOutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_SIZE];
    int filled = 0;
    for (byte[] piece : pieces) {
      if (piece.length > buffer.length - filled) {
        out.write(buffer, 0, filled);
        filled = 0;
      }
      if (piece.length > buffer.length) {
        out.write(piece);
      } else {
        System.arraycopy(piece, 0, buffer, filled, piece.length);
        filled += piece.length;
      }
    }
    out.write(buffer, 0, filled);
  }

  /** Makes a rename survive a power failure. Windows neither offers nor needs it. */
  private static void flushFolder(Path folder) throws IOException {
    if (!isPosix(folder)) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      while (!tryFlushFolder(folder)) {
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean tryFlushFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }

  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
