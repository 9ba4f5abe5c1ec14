/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/**
 * Remote assets and archives. Only {@code file:} URIs are read: what a deployment contains should
 * not change with what a web server answers between preview and update.
 */
final class FileUri {
  private FileUri() {}

  static Path toPath(String uri) {
    try {
      URI parsed = new URI(uri);
      if (!"file".equalsIgnoreCase(parsed.getScheme())) {
        throw new AssetException(
            uri + " is not a file: URI, the only kind read here; download it and name the file",
            null);
      }
      return Path.of(parsed);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw new AssetException(uri + " is not a file: URI of this machine", e);
    }
  }
}
