/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

/** Writes property paths in Pulumi's form: {@code a.b[0]["quoted key"]}. */
final class Paths {
  private Paths() {}

  static String member(String path, String name) {
    if (!isPlain(name)) {
      String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
      return path + "[\"" + quoted + "\"]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  static String index(String path, int index) {
    return path + "[" + index + "]";
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.' || c == '[' || c == ']' || c == '"') {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
