/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes to a folder take turns, between threads, between accounts opened in one process and
 * between processes.
 *
 * <p>One lock for the whole folder: a change holds it for a fraction of a millisecond, which is far
 * below what a deployment asks for, and rules that span resources (the account's concurrency) need
 * no second lock. Reading takes no lock. The lock file is made by the first change.
 */
public final class FolderLock implements AutoCloseable {
  /**
   * Of the whole process, because the operating system knows file locks per process: a second
   * channel to the same file could neither wait for the first nor be closed without freeing it.
   */
  private static final Map<Path, Shared> SHARED = new HashMap<>();

  private final Path folder;
  private @Nullable Shared shared;

  public FolderLock(Path folder) {
    this.folder = folder;
  }

  /** Runs {@code change} while nobody else changes the folder; may be nested. */
  public <T> T holding(Supplier<T> change) {
    Shared held = shared();
    held.mutex.lock();
    try {
      FileLock fileLock = held.mutex.getHoldCount() == 1 ? held.lockFile() : null;
      try {
        return change.get();
      } finally {
        if (fileLock != null && fileLock.isValid()) {
          fileLock.release();
        }
      }
    } catch (IOException e) {
      throw new LocalAccountException("Cannot lock the local account in " + folder, e);
    } finally {
      held.mutex.unlock();
    }
  }

  @Override
  public void close() {
    synchronized (SHARED) {
      if (shared != null && --shared.users == 0) {
        SHARED.remove(shared.file);
        shared.closeQuietly();
      }
      shared = null;
    }
  }

  private Shared shared() {
    synchronized (SHARED) {
      if (shared == null) {
        try {
          PrivateFiles.createFolder(folder);
          shared = SHARED.computeIfAbsent(folder.toRealPath().resolve("lock"), Shared::new);
          shared.users++;
        } catch (IOException e) {
          throw new LocalAccountException("Cannot create the local account in " + folder, e);
        }
      }
      return shared;
    }
  }

  private static final class Shared {
    private final ReentrantLock mutex = new ReentrantLock();
    private final Path file;
    private int users;
    private @Nullable FileChannel channel;

    private Shared(Path file) {
      this.file = file;
    }

    /** Opens the file anew when an interrupt closed its channel. */
    private FileLock lockFile() throws IOException {
      FileChannel open = channel;
      if (open == null || !open.isOpen()) {
        open =
            PrivateFiles.open(
                file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        channel = open;
      }
      return open.lock();
    }

    private void closeQuietly() {
      mutex.lock();
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        // Nothing was written through the channel, and the lock goes with the process at the
        // latest.
        channel = null;
      } finally {
        mutex.unlock();
      }
    }
  }
}
