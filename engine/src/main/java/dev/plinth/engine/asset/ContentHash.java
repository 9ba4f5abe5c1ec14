/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 over contents, as lower-case hex. */
final class ContentHash {
  private static final int BUFFER_SIZE = 1 << 16;

  /** A listing is to show changes to people, and to be small; it decides nothing. */
  private static final int LISTED_BYTES = 8;

  private ContentHash() {}

  static String of(AssetContent content) throws IOException {
    return HexFormat.of().formatHex(digest(content::open));
  }

  /**
   * Over path, executable flag and content of each entry in path order. The path's length goes in
   * front of it, so that no two lists of entries run into the same bytes.
   */
  static HashedArchive of(List<ArchiveEntry> entries) throws IOException {
    MessageDigest whole = sha256();
    Map<String, String> files = new TreeMap<>();
    for (ArchiveEntry entry : entries) {
      byte[] path = entry.path().getBytes(StandardCharsets.UTF_8);
      whole.update(ByteBuffer.allocate(Integer.BYTES).putInt(path.length).flip());
      whole.update(path);
      whole.update((byte) (entry.executable() ? 1 : 0));
      byte[] content = digest(entry.source());
      whole.update(content);
      files.put(
          entry.path(),
          HexFormat.of().formatHex(content, 0, LISTED_BYTES) + (entry.executable() ? "x" : ""));
    }
    return new HashedArchive(HexFormat.of().formatHex(whole.digest()), new ArchiveListing(files));
  }

  private static byte[] digest(ContentSource source) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = source.open()) {
      byte[] buffer = new byte[BUFFER_SIZE];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
