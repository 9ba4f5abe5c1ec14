/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What Lambda asks of an uploaded archive: a zip that is not empty and within the size limits. */
final class ZipPackage {
  static final int MOST_ZIPPED = 52_428_800;
  static final int MOST_UNZIPPED = 262_144_000;
  private static final int BUFFER = 64 * 1024;
  private static final int END_SIZE = 22;

  private ZipPackage() {}

  /** Reads the archive through, never past the limit, and throws when Lambda would not take it. */
  static void check(byte[] zip) {
    if (zip.length > MOST_ZIPPED) {
      throw LambdaFault.requestTooLarge(
          "Zipped size must be smaller than " + MOST_ZIPPED + " bytes");
    }
    if (zip.length == 0) {
      throw LambdaFault.invalidParameter("Uploaded file must be a non-empty zip");
    }
    if (!hasEnd(zip)) {
      throw notAZip();
    }
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry first = entries.getNextEntry();
      if (first == null) {
        throw isEmptyZip(zip)
            ? LambdaFault.invalidParameter("Uploaded file must be a non-empty zip")
            : notAZip();
      }
      long size = 0;
      byte[] buffer = new byte[BUFFER];
      for (ZipEntry entry = first; entry != null; entry = entries.getNextEntry()) {
        size = addSize(entries, buffer, size);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw notAZip();
    }
  }

  private static long addSize(InputStream entry, byte[] buffer, long before) throws IOException {
    long size = before;
    for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
      size += read;
      if (size > MOST_UNZIPPED) {
        throw LambdaFault.invalidParameter(
            "Unzipped size must be smaller than " + MOST_UNZIPPED + " bytes");
      }
    }
    return size;
  }

  /** Whether the record that ends a zip is there, which may have a comment behind it. */
  private static boolean hasEnd(byte[] zip) {
    for (int i = zip.length - END_SIZE; i >= 0 && i >= zip.length - END_SIZE - 0xffff; i--) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5 && zip[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  /** A zip without entries is only the record that ends one. */
  private static boolean isEmptyZip(byte[] zip) {
    return zip[2] == 5 && zip[3] == 6;
  }

  private static RuntimeException notAZip() {
    return LambdaFault.invalidParameter(
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
  }
}
