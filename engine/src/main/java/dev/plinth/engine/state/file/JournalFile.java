/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that holds a stack's journal. It is there while a run is, and after one that was killed.
 */
final class JournalFile implements AutoCloseable {
  private final Path file;

  // Not a channel: an interrupt would close it, and a run that is stopped must still record.
  private @Nullable RandomAccessFile open;
  private long end;

  JournalFile(Path file) {
    this.file = file;
  }

  byte[] read() throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  /** Adds a line and waits until the disk has it. What a failure leaves of it is overwritten. */
  void append(byte[] line) throws IOException {
    RandomAccessFile out = open;
    if (out == null) {
      PrivateFiles.createFolders(FileLayout.folderOf(file));
      PrivateFiles.createIfAbsent(file);
      out = new RandomAccessFile(file.toFile(), "rw");
      open = out;
      end = out.length();
    }
    if (out.length() > end) {
      out.setLength(end);
    }
    out.seek(end);
    out.write(line);
    out.getFD().sync();
    end += line.length;
  }

  void delete() throws IOException {
    close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    RandomAccessFile out = open;
    open = null;
    if (out != null) {
      out.close();
    }
  }
}
