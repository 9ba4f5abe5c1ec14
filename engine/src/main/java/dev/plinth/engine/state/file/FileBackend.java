/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.StackMedium;
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
    MetaFile.check(layout);
  }

  @Override
  public void prepare() {
    try {
      MetaFile.createIfAbsent(layout);
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
          FileLayout.stackOf(file.getFileName().toString())
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
