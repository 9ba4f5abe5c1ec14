/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Files and folders that only their owner may read, where the file system knows owners. */
public final class PrivateFiles {
  private static final AtomicLong TEMPORARY_NAMES = new AtomicLong();

  private PrivateFiles() {}

  /** Creates a folder with those above it. */
  public static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          attributes(
              folder,
              EnumSet.of(
                  PosixFilePermission.OWNER_READ,
                  PosixFilePermission.OWNER_WRITE,
                  PosixFilePermission.OWNER_EXECUTE)));
    }
  }

  /** Opens a channel to a file, which is created when an option says so; its folder must exist. */
  public static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(
        file,
        options,
        attributes(
            file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
  }

  /** Replaces a file in one step: a reader sees the old content or the new, never a part. */
  public static void replace(Path file, byte[] content) throws IOException {
    Path temporary = writeBeside(file, content);
    moveIntoPlace(temporary, file);
  }

  /**
   * Writes a temporary file in the folder of {@code file}, to be moved or deleted by the caller.
   */
  public static Path writeBeside(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalStateException("a file of the account has no folder: " + file);
    }
    createFolder(folder);
    Path temporary =
        folder.resolve(
            ".tmp-" + ProcessHandle.current().pid() + "-" + TEMPORARY_NAMES.incrementAndGet());
    try (FileChannel channel =
        open(
            temporary,
            EnumSet.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE))) {
      writeFully(channel, content);
    }
    return temporary;
  }

  public static void moveIntoPlace(Path temporary, Path file) throws IOException {
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void writeFully(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }
}
