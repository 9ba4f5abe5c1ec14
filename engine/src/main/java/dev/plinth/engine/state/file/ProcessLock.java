/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.StackLockedException;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.layout.LockContent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lock that the operating system gives up when its process ends, however it ends. Within one
 * process it is kept in a table: on POSIX systems, closing a second channel on the file would give
 * the first one's lock away. Where the file system has no locks, the table and the lock file
 * remain.
 */
final class ProcessLock implements AutoCloseable {
  /** For the whole process, as the operating system's lock is. */
  private static final Map<Path, LockHolder> HELD_HERE = new ConcurrentHashMap<>();

  /** Whoever has the lock writes its name next, or is about to give it back: worth a short wait. */
  private static final int ATTEMPTS = 100;

  private static final long PAUSE_NANOS = 10_000_000;

  private final Path key;
  private final @Nullable FileChannel channel;

  private ProcessLock(Path key, @Nullable FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  static ProcessLock take(FileLayout layout, StackName stack, LockHolder self) throws IOException {
    Path file = layout.processLock(stack);
    PrivateFiles.createFolders(FileLayout.folderOf(file));
    Path key = FileLayout.folderOf(file).toRealPath().resolve(file.getFileName());
    LockHolder here = HELD_HERE.putIfAbsent(key, self);
    if (here != null) {
      throw new StackLockedException(stack, here, layout.locks(stack).toString());
    }
    try {
      return new ProcessLock(key, lock(layout, stack, file));
    } catch (IOException | RuntimeException e) {
      HELD_HERE.remove(key);
      throw e;
    }
  }

  private static @Nullable FileChannel lock(FileLayout layout, StackName stack, Path file)
      throws IOException {
    Path folder = layout.locks(stack);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FileChannel channel = PrivateFiles.openForLock(file);
      try {
        if (channel.tryLock() != null) {
          return channel;
        }
      } catch (IOException e) {
        channel.close();
        return null;
      }
      channel.close();
      Optional<LockHolder> holder = StackLock.livingHolder(folder);
      if (holder.isPresent()) {
        throw new StackLockedException(stack, holder.get(), folder.toString());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new StackLockedException(stack, LockContent.unknownHolder(), folder.toString());
  }

  @Override
  public void close() throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD_HERE.remove(key);
    }
  }
}
