/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.store.FileName;
import dev.plinth.local.store.LocalAccountException;
import dev.plinth.local.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The uploaded archives, each once: a folder by the archive's SHA-256 with the bytes and an empty
 * file for each function that uses them. The last function to let go takes the bytes with it. All
 * changes are made under the folder's lock.
 */
final class CodeStore {
  private static final String CONTENT = "code.zip";
  private static final String USER_SUFFIX = ".user";

  private final Path folder;

  CodeStore(Path folder) {
    this.folder = folder;
  }

  Path file(String sha256) {
    return folder.resolve(sha256).resolve(CONTENT);
  }

  void keep(String sha256, byte[] zip, String function) {
    Path content = file(sha256);
    try {
      if (!Files.exists(content)) {
        PrivateFiles.replace(content, zip);
      }
      PrivateFiles.replace(user(sha256, function), new byte[0]);
    } catch (IOException e) {
      throw new LocalAccountException("Cannot store the code of " + function + " in " + folder, e);
    }
  }

  void release(String sha256, String function) {
    Path archive = folder.resolve(sha256);
    try {
      Files.deleteIfExists(user(sha256, function));
      if (Files.isDirectory(archive) && !isUsed(archive)) {
        Files.deleteIfExists(archive.resolve(CONTENT));
        Files.deleteIfExists(archive);
      }
    } catch (IOException e) {
      throw new LocalAccountException(
          "Cannot remove the code of " + function + " from " + folder, e);
    }
  }

  private Path user(String sha256, String function) {
    return folder.resolve(sha256).resolve(FileName.of(function) + USER_SUFFIX);
  }

  private static boolean isUsed(Path archive) throws IOException {
    try (DirectoryStream<Path> users = Files.newDirectoryStream(archive, "*" + USER_SUFFIX)) {
      return users.iterator().hasNext();
    }
  }
}
