/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A line of the journal: a checksum, a blank, the JSON, a line feed. One line is one write, so that
 * a line that is not whole was never acknowledged, unless whole ones follow it.
 */
final class JournalLine {
  private static final int CHECKSUM_CHARS = 8;

  private JournalLine() {}

  static byte[] of(byte[] json) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + CHECKSUM_CHARS + 2);
    line.writeBytes(checksum(json).getBytes(StandardCharsets.US_ASCII));
    line.write(' ');
    line.writeBytes(json);
    line.write('\n');
    return line.toByteArray();
  }

  /**
   * The JSON of each line, without a last one that was cut off.
   *
   * @throws DamagedJournalException when a line is damaged that is not the last
   */
  static List<byte[]> parse(byte[] journal) {
    List<byte[]> lines = new ArrayList<>();
    int damaged = 0;
    int number = 0;
    for (int start = 0; start < journal.length; ) {
      int end = start;
      while (end < journal.length && journal[end] != '\n') {
        end++;
      }
      number++;
      if (end < journal.length && isWhole(journal, start, end)) {
        if (damaged > 0) {
          throw new DamagedJournalException("line " + damaged + " is damaged");
        }
        lines.add(Arrays.copyOfRange(journal, start + CHECKSUM_CHARS + 1, end));
      } else if (damaged == 0) {
        damaged = number;
      }
      start = end + 1;
    }
    return lines;
  }

  private static boolean isWhole(byte[] journal, int start, int end) {
    int json = start + CHECKSUM_CHARS + 1;
    if (json > end || journal[json - 1] != ' ') {
      return false;
    }
    String written = new String(journal, start, CHECKSUM_CHARS, StandardCharsets.US_ASCII);
    return written.equals(checksum(Arrays.copyOfRange(journal, json, end)));
  }

  private static String checksum(byte[] json) {
    CRC32 crc = new CRC32();
    crc.update(json);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
