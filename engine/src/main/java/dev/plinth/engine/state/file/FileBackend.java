/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.StackMedium;
import dev.plinth.engine.state.layout.LayoutVersion;
import dev.plinth.engine.state.layout.PulumiLayout;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Stacks in a folder, which appears when a stack is first opened. */
public final class FileBackend implements Backend {
  private final FileLayout layout;

  public FileBackend(Path root) {
    layout = new FileLayout(root.toAbsolutePath().normalize());
  }

  @Override
  public String location() {
    return layout.root().toUri().toString();
  }

  @Override
  public void check() {
    try {
      LayoutVersion.require(Files.readAllBytes(layout.meta()), layout.root().toString());
    } catch (NoSuchFileException e) {
      requireNoLegacy();
    } catch (IOException e) {
      throw StorageFailure.of("read", layout.meta(), e);
    }
  }

  private void requireNoLegacy() {
    for (Path path : list(layout.stacks())) {
      if (path.toString().endsWith(PulumiLayout.STATE_SUFFIX)) {
        throw LayoutVersion.legacy(layout.root().toString());
      }
    }
  }

  @Override
  public void prepare() {
    try {
      if (!Files.exists(layout.meta())) {
        Path folder = FileLayout.folderOf(layout.meta());
        PrivateFiles.createFolders(folder);
        PrivateFiles.publish(layout.meta(), folder, LayoutVersion.content());
      }
    } catch (IOException e) {
      throw StorageFailure.of("write", layout.meta(), e);
    }
  }

  @Override
  public List<StackName> stacks() {
    TreeSet<StackName> stacks = new TreeSet<>();
    for (Path project : list(layout.stacks())) {
      String projectName = project.getFileName().toString();
      if (StackName.isAllowed(projectName)) {
        for (Path file : list(project)) {
          PulumiLayout.stackOf(file.getFileName().toString())
              .filter(StackName::isAllowed)
              .ifPresent(stack -> stacks.add(new StackName(projectName, stack)));
        }
      }
    }
    return List.copyOf(stacks);
  }

  @Override
  public StackMedium medium(StackName stack) {
    return new FileMedium(layout, stack);
  }

  private static List<Path> list(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> paths = new ArrayList<>();
      entries.forEach(paths::add);
      return paths;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw StorageFailure.of("read", folder, e);
    }
  }
}
