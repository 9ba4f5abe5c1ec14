/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A zip entry with its Unix mode, written by hand because {@link java.util.zip} writes no modes.
 * Entries are stored, not compressed.
 */
record ZipSample(String name, String content, int mode) {

  static void write(Path file, List<ZipSample> entries) throws IOException {
    ByteBuffer zip = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    int[] offsets = new int[entries.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = zip.position();
      zip.putInt(0x04034b50);
      entries.get(i).putCommon(zip);
      zip.put(entries.get(i).name.getBytes(UTF_8)).put(entries.get(i).content.getBytes(UTF_8));
    }
    int directory = zip.position();
    for (int i = 0; i < offsets.length; i++) {
      zip.putInt(0x02014b50).putShort((short) (3 << 8 | 20));
      entries.get(i).putCommon(zip);
      zip.putShort((short) 0).putShort((short) 0).putShort((short) 0);
      zip.putInt(entries.get(i).mode << 16).putInt(offsets[i]);
      zip.put(entries.get(i).name.getBytes(UTF_8));
    }
    int size = zip.position() - directory;
    zip.putInt(0x06054b50).putInt(0);
    zip.putShort((short) offsets.length).putShort((short) offsets.length);
    zip.putInt(size).putInt(directory).putShort((short) 0);
    byte[] bytes = new byte[zip.position()];
    zip.flip().get(bytes);
    Files.write(file, bytes);
  }

  private void putCommon(ByteBuffer zip) {
    byte[] bytes = content.getBytes(UTF_8);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    zip.putShort((short) 20).putShort((short) 0).putShort((short) 0).putInt(0);
    zip.putInt((int) crc.getValue()).putInt(bytes.length).putInt(bytes.length);
    zip.putShort((short) name.getBytes(UTF_8).length).putShort((short) 0);
  }
}
