/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import dev.plinth.engine.value.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of an archive in path order, whatever it is made from: a zip or jar file, a folder, or
 * assets and archives by name. Folders without files do not count. Where a zip file has two entries
 * of one path, the later one counts, as it does when the file is unpacked.
 */
public final class ArchiveContents implements AutoCloseable {
  private final ArchiveReader reader;

  private ArchiveContents(ArchiveReader reader) {
    this.reader = reader;
  }

  /**
   * Lists an archive; contents are read when an entry is opened.
   *
   * @param base the folder that relative paths start from: that of the program
   * @throws AssetException when something that it names is missing, is neither a zip file nor a
   *     folder, or has entries that are not relative paths
   */
  public static ArchiveContents open(Archive archive, Path base) {
    ArchiveReader reader = new ArchiveReader(base);
    try {
      reader.read(archive, "");
      return new ArchiveContents(reader);
    } catch (RuntimeException e) {
      try {
        reader.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  public List<ArchiveEntry> entries() {
    return reader.entries();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
