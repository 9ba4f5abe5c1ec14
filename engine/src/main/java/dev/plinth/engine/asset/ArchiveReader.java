/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the entries of an archive and of those inside it, and what must be closed afterwards.
 */
final class ArchiveReader {
  private final Path base;
  private final Map<String, ArchiveEntry> entries = new TreeMap<>();
  private final List<ZipContents> zips = new ArrayList<>();

  ArchiveReader(Path base) {
    this.base = base;
  }

  List<ArchiveEntry> entries() {
    return List.copyOf(entries.values());
  }

  void read(Archive archive, String folder) {
    if (archive instanceof Archive.FileArchive file) {
      readPath(base.resolve(file.path()), folder);
    } else if (archive instanceof Archive.RemoteArchive remote) {
      readPath(FileUri.toPath(remote.uri()), folder);
    } else if (archive instanceof Archive.AssetArchive assets) {
      assets.members().forEach((name, member) -> readMember(folder, name, member));
    } else {
      throw new IllegalStateException("no such kind of archive: " + archive.getClass());
    }
  }

  private void readMember(String folder, String name, PropertyValue member) {
    String path = EntryPath.join(folder, EntryPath.normalize(name));
    if (member instanceof ArchiveValue nested) {
      read(nested.archive(), path);
    } else if (member instanceof AssetValue asset) {
      AssetContent content = AssetContent.of(asset.asset(), base);
      add(new ArchiveEntry(path, content.executable(), content.size(), content::open));
    } else {
      throw new IllegalStateException("the member " + name + " of an archive is no file");
    }
  }

  private void readPath(Path path, String folder) {
    try {
      List<ArchiveEntry> found =
          Files.isDirectory(path) ? FolderContents.list(path) : openZip(path).entries();
      for (ArchiveEntry entry : dropRepeated(found)) {
        add(entry.under(folder));
      }
    } catch (IOException e) {
      throw Unreadable.because(path, e);
    }
  }

  private ZipContents openZip(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    ZipContents zip = ZipContents.open(path);
    zips.add(zip);
    return zip;
  }

  private static Iterable<ArchiveEntry> dropRepeated(List<ArchiveEntry> found) {
    Map<String, ArchiveEntry> byPath = new TreeMap<>();
    found.forEach(entry -> byPath.put(entry.path(), entry));
    return byPath.values();
  }

  private void add(ArchiveEntry entry) {
    if (entries.putIfAbsent(entry.path(), entry) != null) {
      throw new AssetException("two members of an archive have the path " + entry.path(), null);
    }
  }

  void close() throws IOException {
    for (ZipContents zip : zips) {
      zip.close();
    }
  }
}
