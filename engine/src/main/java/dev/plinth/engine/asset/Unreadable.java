/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Says in a sentence why a path cannot be read. */
final class Unreadable {
  private Unreadable() {}

  static AssetException because(Path path, IOException cause) {
    return new AssetException(path.toAbsolutePath().normalize() + " " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (cause instanceof AccessDeniedException) {
      return "may not be read by this user";
    }
    if (cause instanceof FileSystemLoopException) {
      return "is or holds a symbolic link that leads back into itself";
    }
    if (cause instanceof ZipException) {
      return "is not a sound zip file: " + cause.getMessage();
    }
    return "cannot be read: " + cause;
  }
}
