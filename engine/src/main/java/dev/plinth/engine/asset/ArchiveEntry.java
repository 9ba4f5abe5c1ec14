/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of an archive. It can be read as long as the {@link ArchiveContents} is open.
 *
 * @param path relative, with {@code /} between its parts and without {@code .} and {@code ..}
 * @param executable whether its owner may execute it
 * @param size in bytes
 */
public record ArchiveEntry(String path, boolean executable, long size, ContentSource source) {

  public InputStream open() throws IOException {
    return source.open();
  }

  ArchiveEntry under(String folder) {
    return new ArchiveEntry(EntryPath.join(folder, path), executable, size, source);
  }
}
