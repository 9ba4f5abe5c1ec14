/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

/**
 * Writes and shortens field paths: {@code spec.subnets[0].value}, {@code spec.environment["PORT"]}.
 * The form is that of protovalidate's violations, so that a violation finds its place in a {@link
 * SourceMap}.
 */
public final class FieldPath {
  private FieldPath() {}

  /** The field of a message at a path; the path of a document's root is empty. */
  public static String field(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** An entry of the list at a path. */
  public static String index(String list, int index) {
    return list + "[" + index + "]";
  }

  /** An entry of the map at a path. */
  public static String key(String map, String key) {
    return map + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
  }

  /** The path without its last step; empty at the root. */
  public static String parent(String path) {
    if (path.endsWith("]")) {
      int start = path.endsWith("\"]") ? path.indexOf("[\"") : path.lastIndexOf('[');
      return start < 0 ? "" : path.substring(0, start);
    }
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /** The last step of a path as a person would call it: a field's name, with its index or key. */
  public static String lastStep(String path) {
    String parent = parent(path);
    if (path.endsWith("]")) {
      return lastStep(parent) + path.substring(parent.length());
    }
    return parent.isEmpty() ? path : path.substring(parent.length() + 1);
  }

  /** Whether one path is the other or lies within it. */
  public static boolean isWithin(String path, String enclosing) {
    if (enclosing.isEmpty() || path.equals(enclosing)) {
      return true;
    }
    return path.startsWith(enclosing)
        && (path.charAt(enclosing.length()) == '.' || path.charAt(enclosing.length()) == '[');
  }
}
