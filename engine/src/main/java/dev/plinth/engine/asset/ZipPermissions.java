/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Which entries of a zip file may be executed, read from its central directory. {@link
 * java.util.zip} keeps that to itself, and the JDK's zip file system refuses files that every
 * unpacker accepts, such as those with {@code ./} before their paths. Field offsets are those of
 * PKWARE's APPNOTE 6.3.10, sections 4.3.12 and 4.3.14 to 4.3.16.
 */
final class ZipPermissions {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int END64_LOCATOR_SIGNATURE = 0x07064b50;
  private static final int END64_LOCATOR_SIZE = 20;
  private static final int END64_SIZE = 56;
  private static final int HEADER_SIGNATURE = 0x02014b50;
  private static final int HEADER_SIZE = 46;
  private static final int MAX_COMMENT = 0xffff;
  private static final long IN_ZIP64 = 0xffffffffL;
  private static final int MADE_ON_UNIX = 3;
  private static final int MADE_ON_MACOS = 19;
  private static final int OWNER_EXECUTE = 0100;

  private ZipPermissions() {}

  /** Entry name to whether it may be executed, for the entries that say so at all. */
  static Map<String, Boolean> executables(Path zip) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
      return readHeaders(centralDirectory(file));
    }
  }

  private static Map<String, Boolean> readHeaders(ByteBuffer headers) {
    Map<String, Boolean> executables = new HashMap<>();
    while (headers.remaining() >= HEADER_SIZE
        && headers.getInt(headers.position()) == HEADER_SIGNATURE) {
      int start = headers.position();
      int system = headers.get(start + 5);
      int nameLength = Short.toUnsignedInt(headers.getShort(start + 28));
      int extraLength = Short.toUnsignedInt(headers.getShort(start + 30));
      int commentLength = Short.toUnsignedInt(headers.getShort(start + 32));
      int mode = headers.getInt(start + 38) >>> 16;
      int next = start + HEADER_SIZE + nameLength + extraLength + commentLength;
      if (next > headers.limit()) {
        break;
      }
      if (system == MADE_ON_UNIX || system == MADE_ON_MACOS) {
        byte[] name = new byte[nameLength];
        headers.get(start + HEADER_SIZE, name);
        executables.put(new String(name, StandardCharsets.UTF_8), (mode & OWNER_EXECUTE) != 0);
      }
      headers.position(next);
    }
    return executables;
  }

  private static ByteBuffer centralDirectory(RandomAccessFile file) throws IOException {
    int tailSize = (int) Math.min(file.length(), END_SIZE + MAX_COMMENT + END64_LOCATOR_SIZE);
    long tailStart = file.length() - tailSize;
    ByteBuffer tail = read(file, tailStart, tailSize);
    int end = findEnd(tail);
    long size = Integer.toUnsignedLong(tail.getInt(end + 12));
    long offset = Integer.toUnsignedLong(tail.getInt(end + 16));
    long directoryEnd = tailStart + end;
    int locator = end - END64_LOCATOR_SIZE;
    if ((size == IN_ZIP64 || offset == IN_ZIP64)
        && locator >= 0
        && tail.getInt(locator) == END64_LOCATOR_SIGNATURE) {
      long end64 = tail.getLong(locator + 8);
      size = read(file, end64, END64_SIZE).getLong(40);
      directoryEnd = end64;
    }
    // Counted from its end, not by its offset: a self-extracting file has a program before the zip.
    return read(file, directoryEnd - size, Math.toIntExact(size));
  }

  private static int findEnd(ByteBuffer tail) throws ZipException {
    for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        return at;
      }
    }
    throw new ZipException("it has no central directory");
  }

  private static ByteBuffer read(RandomAccessFile file, long offset, int size) throws IOException {
    if (offset < 0 || offset + size > file.length()) {
      throw new ZipException("its central directory lies outside the file");
    }
    byte[] bytes = new byte[size];
    file.seek(offset);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
