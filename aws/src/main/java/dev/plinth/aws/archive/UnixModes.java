/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes file modes into the central directory of a zip file. {@link java.util.zip} cannot, and
 * without them Lambda unpacks a {@code bootstrap} that it may not execute. Field offsets are those
 * of PKWARE's APPNOTE 6.3.10, sections 4.3.12 and 4.3.16.
 */
final class UnixModes {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int HEADER_SIGNATURE = 0x02014b50;
  private static final int HEADER_SIZE = 46;
  private static final byte MADE_ON_UNIX = 3;
  private static final int REGULAR = 0100644;
  private static final int EXECUTABLE = 0100755;

  private UnixModes() {}

  /**
   * Marks every entry.
   *
   * @param zip a zip file that {@link java.util.zip.ZipOutputStream} wrote, without a comment
   * @param executables whether each entry, in order, may be executed
   */
  static void write(byte[] zip, List<Boolean> executables) {
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - END_SIZE;
    expect(buffer, end, END_SIGNATURE);
    int at = buffer.getInt(end + 16);
    for (boolean executable : executables) {
      expect(buffer, at, HEADER_SIGNATURE);
      buffer.put(at + 5, MADE_ON_UNIX);
      buffer.putInt(at + 38, (executable ? EXECUTABLE : REGULAR) << 16);
      at += HEADER_SIZE + length(buffer, at + 28) + length(buffer, at + 30);
    }
  }

  private static int length(ByteBuffer buffer, int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }

  private static void expect(ByteBuffer buffer, int at, int signature) {
    if (buffer.getInt(at) != signature) {
      throw new IllegalStateException("the zip file just written is not laid out as expected");
    }
  }
}
