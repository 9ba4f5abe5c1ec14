/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;

/**
 * A text file that only grows, line by line, so that a change costs the same however much came
 * before it, and so that a process learns what others added by reading on from where it was.
 */
public final class AppendLog {
  private final Path file;
  private long readTo;
  private boolean appended;

  public AppendLog(Path file) {
    this.file = file;
  }

  /** The lines that were added since the last call, by whomever, in order. */
  public synchronized List<String> fresh() {
    try {
      if (!Files.exists(file) || Files.size(file) <= readTo) {
        return List.of();
      }
      return readOn();
    } catch (IOException e) {
      throw new LocalAccountException("Cannot read " + file, e);
    }
  }

  /** Adds a line; the caller holds the folder's lock. */
  public synchronized void append(String line) {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalStateException("a line of " + file + " contains a line break");
    }
    try {
      String text = (endsInsideLine() ? "\n" : "") + line + "\n";
      try (FileChannel channel =
          PrivateFiles.open(
              file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
        PrivateFiles.writeFully(channel, text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new LocalAccountException("Cannot write " + file, e);
    }
  }

  private List<String> readOn() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size() - readTo));
      while (buffer.hasRemaining() && channel.read(buffer, readTo + buffer.position()) > 0) {
        // One read may return less than was asked for.
      }
      int end = buffer.position();
      while (end > 0 && buffer.get(end - 1) != '\n') {
        end--;
      }
      readTo += end;
      return new String(buffer.array(), 0, end, StandardCharsets.UTF_8).lines().toList();
    }
  }

  /**
   * Whether a process was killed while it wrote the last line; asked before our first line only.
   */
  private boolean endsInsideLine() throws IOException {
    if (appended) {
      return false;
    }
    appended = true;
    Path folder = file.getParent();
    if (folder != null) {
      PrivateFiles.createFolder(folder);
    }
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) != '\n';
    }
  }
}
