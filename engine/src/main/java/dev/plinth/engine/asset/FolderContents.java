/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The files below a folder. Symbolic links are followed, as a packer would; one that leads nowhere
 * or back into the folder is an error. Sockets and devices are passed over.
 */
final class FolderContents extends SimpleFileVisitor<Path> {
  private final Path root;
  private final List<ArchiveEntry> entries = new ArrayList<>();

  private FolderContents(Path root) {
    this.root = root;
  }

  static List<ArchiveEntry> list(Path root) throws IOException {
    FolderContents contents = new FolderContents(root);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, contents);
    return contents.entries;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    // A link that leads nowhere arrives with the attributes of the link itself.
    if (attributes.isSymbolicLink()) {
      throw new AssetException(file + " is a symbolic link to a file that does not exist", null);
    }
    if (attributes.isRegularFile()) {
      String path = EntryPath.normalize(root.relativize(file).toString().replace('\\', '/'));
      boolean executable = FilePermission.isExecutable(file);
      entries.add(
          new ArchiveEntry(path, executable, attributes.size(), () -> Files.newInputStream(file)));
    }
    return FileVisitResult.CONTINUE;
  }
}
