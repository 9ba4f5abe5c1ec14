/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import java.nio.charset.StandardCharsets;

/**
 * Turns a resource's name into a file name that every file system keeps apart from others: AWS's
 * names contain slashes, may be longer than a file name and differ by case alone. A readable start
 * is for people, a digest of the whole name for the difference.
 */
public final class FileName {
  private static final int READABLE = 64;
  private static final int DIGEST = 16;

  private FileName() {}

  public static String of(String name) {
    StringBuilder file = new StringBuilder(READABLE + 1 + DIGEST);
    for (int i = 0; i < name.length() && i < READABLE; i++) {
      char c = name.charAt(i);
      file.append(isPlain(c) ? c : '_');
    }
    String digest = Sha256.hex(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
    return file.append('-').append(digest, 0, DIGEST).toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }
}
