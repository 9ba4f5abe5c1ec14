/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An open zip or jar file. */
final class ZipContents implements AutoCloseable {
  private final ZipFile zip;
  private final List<ArchiveEntry> entries;

  private ZipContents(ZipFile zip, List<ArchiveEntry> entries) {
    this.zip = zip;
    this.entries = entries;
  }

  static ZipContents open(Path path) throws IOException {
    ZipFile zip = openZip(path);
    try {
      return new ZipContents(zip, list(zip, ZipPermissions.executables(path)));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile openZip(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new AssetException(
          path + " is neither a folder nor a sound zip or jar file, the archives read here", e);
    }
  }

  private static List<ArchiveEntry> list(ZipFile zip, Map<String, Boolean> executables) {
    List<ArchiveEntry> entries = new ArrayList<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!entry.isDirectory()) {
        boolean executable = executables.getOrDefault(entry.getName(), false);
        String path = EntryPath.normalize(entry.getName());
        entries.add(
            new ArchiveEntry(path, executable, entry.getSize(), () -> zip.getInputStream(entry)));
      }
    }
    return entries;
  }

  List<ArchiveEntry> entries() {
    return entries;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
