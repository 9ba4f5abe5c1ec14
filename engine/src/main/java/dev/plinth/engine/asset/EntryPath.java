/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.util.ArrayList;
import java.util.List;

/** The paths of archive entries. */
final class EntryPath {
  private EntryPath() {}

  static String join(String folder, String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  /**
   * A path as archives list it: {@code ./a//b} is {@code a/b}, and the archive's own root is empty.
   *
   * @throws AssetException when it is absolute or climbs out of the archive
   */
  static String normalize(String path) {
    List<String> parts = new ArrayList<>();
    String slashed = path.replace('\\', '/');
    if (slashed.startsWith("/") || isDrive(slashed)) {
      throw new AssetException("the archive entry " + path + " is not a relative path", null);
    }
    for (String part : slashed.split("/", -1)) {
      if (part.equals("..")) {
        throw new AssetException("the archive entry " + path + " leads out of the archive", null);
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static boolean isDrive(String path) {
    return path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }
}
