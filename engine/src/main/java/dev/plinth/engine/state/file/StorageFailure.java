/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StateException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** Turns a failed file operation into a message with a remedy. */
final class StorageFailure {
  private StorageFailure() {}

  /**
   * @param doing what was tried, such as {@code write}
   */
  static StateException of(String doing, Path path, IOException cause) {
    String reason = reason(cause);
    return new StateException(
        "cannot " + doing + " " + path + ": " + reason, remedy(path, cause, reason), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String remedy(Path path, IOException cause, String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("no space") || lower.contains("quota") || lower.contains("disk full")) {
      return "free some space where "
          + path
          + " is and run the command again; the state written before is intact";
    }
    if (cause instanceof AccessDeniedException || lower.contains("read-only")) {
      return "give this user the right to read and write "
          + path.getParent()
          + ", or choose another state folder";
    }
    return "see to the folder " + path.getParent() + " and run the command again";
  }
}
