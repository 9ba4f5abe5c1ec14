/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * {@code meta.yaml}, which says how the folder is laid out. Version 1 has a folder for each
 * project. Before it there was no such file, and stacks stood side by side; that layout is refused.
 */
final class MetaFile {
  private static final String VERSION_KEY = "version:";
  private static final String CONTENT = "version: 1\n";

  private MetaFile() {}

  /** Checks the layout of a folder that may be empty, or not exist yet. */
  static void check(FileLayout layout) {
    try {
      String version = readVersion(layout.meta());
      if (!version.equals("1")) {
        throw new StateException(
            layout.root() + " holds state in layout " + version + ", and layout 1 can be used",
            "use a newer version of Plinth, or another state folder",
            null);
      }
    } catch (NoSuchFileException e) {
      refuseLegacy(layout);
    } catch (IOException e) {
      throw StorageFailure.of("read", layout.meta(), e);
    }
  }

  static void createIfAbsent(FileLayout layout) throws IOException {
    if (!Files.exists(layout.meta())) {
      Path folder = FileLayout.folderOf(layout.meta());
      PrivateFiles.createFolders(folder);
      PrivateFiles.publish(layout.meta(), folder, CONTENT.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String readVersion(Path meta) throws IOException {
    for (String line : Files.readAllLines(meta)) {
      if (line.startsWith(VERSION_KEY)) {
        return line.substring(VERSION_KEY.length()).strip();
      }
    }
    return "unknown";
  }

  private static void refuseLegacy(FileLayout layout) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(layout.stacks(), "*" + FileLayout.STATE_SUFFIX)) {
      if (files.iterator().hasNext()) {
        throw new StateException(
            layout.root() + " holds state in Pulumi's old layout, without project folders",
            "run `pulumi state upgrade` on it, or choose another state folder",
            null);
      }
    } catch (NoSuchFileException e) {
      // Nothing was ever kept here.
    } catch (IOException e) {
      throw StorageFailure.of("read", layout.stacks(), e);
    }
  }
}
