/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.archive;

import dev.plinth.engine.asset.ArchiveContents;
import dev.plinth.engine.asset.ArchiveEntry;
import dev.plinth.engine.asset.AssetException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.Archive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs archives. A zip or jar file is sent as it is. Anything else is packed so that equal
 * contents give equal bytes: entries in path order, one fixed time, and of the permissions only
 * whether a file may be executed.
 */
public final class ArchiveZip {
  /** The earliest time that a zip entry can have. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ArchiveZip() {}

  /**
   * The archive as a zip file.
   *
   * @param base the folder that relative paths start from
   * @throws ProviderException when something in it cannot be read
   */
  public static byte[] bytes(Archive archive, Path base) {
    try {
      if (archive instanceof Archive.FileArchive file) {
        Path path = base.resolve(file.path());
        if (Files.isRegularFile(path)) {
          return Files.readAllBytes(path);
        }
      }
      try (ArchiveContents contents = ArchiveContents.open(archive, base)) {
        return pack(contents.entries());
      }
    } catch (AssetException | IOException e) {
      throw new ProviderException(
          "The archive cannot be read: " + e.getMessage(),
          "Let the program name a zip or jar file, or a folder, that exists and can be read.",
          e);
    }
  }

  private static byte[] pack(List<ArchiveEntry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (ArchiveEntry entry : entries) {
        ZipEntry header = new ZipEntry(entry.path());
        header.setTimeLocal(TIME);
        zip.putNextEntry(header);
        try (InputStream content = entry.open()) {
          content.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
    byte[] packed = bytes.toByteArray();
    UnixModes.write(packed, entries.stream().map(ArchiveEntry::executable).toList());
    return packed;
  }
}
