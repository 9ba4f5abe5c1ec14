/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The commit that a folder is at, as Pulumi's histories have it. Read from the repository's own
 * files, since there need be no git; what is not understood there is left out.
 */
final class GitHead {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
  private static final String LINK = "gitdir: ";
  private static final String REFERENCE = "ref: ";

  private GitHead() {}

  /** {@code git.head}, and {@code git.headName} where a branch is checked out. */
  static Map<String, String> environment(Path folder) {
    Map<String, String> environment = new TreeMap<>();
    try {
      Optional<Path> repository = find(folder);
      if (repository.isPresent()) {
        read(repository.get(), environment);
      }
    } catch (IOException | InvalidPathException e) {
      return Map.of();
    }
    return environment;
  }

  private static Optional<Path> find(Path folder) throws IOException {
    for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
      Path git = each.resolve(".git");
      if (Files.isDirectory(git)) {
        return Optional.of(git);
      }
      if (Files.isRegularFile(git)) {
        String link = text(git);
        return link.startsWith(LINK)
            ? Optional.of(each.resolve(link.substring(LINK.length())))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static void read(Path repository, Map<String, String> environment) throws IOException {
    String head = text(repository.resolve("HEAD"));
    if (!head.startsWith(REFERENCE)) {
      put(environment, head);
      return;
    }
    String name = head.substring(REFERENCE.length());
    Path shared = shared(repository);
    Path loose = shared.resolve(name);
    put(environment, Files.isRegularFile(loose) ? text(loose) : packed(shared, name));
    if (!environment.isEmpty()) {
      environment.put("git.headName", name);
    }
  }

  /** A worktree shares its branches with the repository that it was made from. */
  private static Path shared(Path repository) throws IOException {
    Path file = repository.resolve("commondir");
    return Files.isRegularFile(file) ? repository.resolve(text(file)) : repository;
  }

  private static String packed(Path shared, String name) throws IOException {
    Path file = shared.resolve("packed-refs");
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file)) {
        if (line.endsWith(" " + name)) {
          return line.substring(0, line.indexOf(' '));
        }
      }
    }
    return "";
  }

  private static void put(Map<String, String> environment, String commit) {
    if (COMMIT.matcher(commit).matches()) {
      environment.put("git.head", commit);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
