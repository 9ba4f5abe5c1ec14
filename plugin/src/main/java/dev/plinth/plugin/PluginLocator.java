/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import dev.plinth.engine.provider.ProviderException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds plugins where Pulumi keeps them: {@code pulumi-resource-NAME} on the {@code PATH}, then
 * {@code plugins/resource-NAME-vVERSION/} in {@code PULUMI_HOME}, which is {@code ~/.pulumi} unless
 * set.
 */
final class PluginLocator {
  private final Path plugins;
  private final List<Path> searchPath;

  /**
   * @param home the user's home folder
   */
  PluginLocator(Map<String, String> environment, Path home) {
    String pulumiHome = environment.getOrDefault("PULUMI_HOME", "");
    this.plugins =
        (pulumiHome.isEmpty() ? home.resolve(".pulumi") : Path.of(pulumiHome)).resolve("plugins");
    this.searchPath =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
  }

  /**
   * The plugin of a package, of the newest version that is installed where none is asked for.
   *
   * @throws ProviderException when there is none
   */
  PluginBinary find(String packageName, Optional<String> version) {
    return onPath(packageName)
        .or(() -> installed(packageName, version))
        .orElseThrow(() -> missing(packageName, version));
  }

  private Optional<PluginBinary> onPath(String packageName) {
    return searchPath.stream()
        .flatMap(folder -> executable(folder, packageName).stream())
        .findFirst()
        .map(file -> new PluginBinary(file, Optional.empty()));
  }

  private Optional<PluginBinary> installed(String packageName, Optional<String> version) {
    return versions(packageName).stream()
        .filter(candidate -> version.isEmpty() || candidate.version().equals(version))
        .max(Comparator.comparing(candidate -> Version.parse(candidate.version().orElseThrow())));
  }

  private List<PluginBinary> versions(String packageName) {
    Pattern folderName =
        Pattern.compile("resource-" + Pattern.quote(packageName) + "-v([0-9][A-Za-z0-9.+-]*)");
    List<PluginBinary> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(plugins)) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        Matcher name = folderName.matcher(folder.getFileName().toString());
        if (name.matches()) {
          executable(folder, packageName)
              .ifPresent(file -> found.add(new PluginBinary(file, Optional.of(name.group(1)))));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static Optional<Path> executable(Path folder, String packageName) {
    return Stream.of("", ".exe", ".cmd")
        .map(ending -> folder.resolve("pulumi-resource-" + packageName + ending))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private ProviderException missing(String packageName, Optional<String> version) {
    List<String> others =
        versions(packageName).stream().map(binary -> binary.version().orElseThrow()).toList();
    String wanted = version.map(text -> " in version " + text).orElse("");
    String there = others.isEmpty() ? "" : " Installed: " + String.join(", ", others) + ".";
    return new ProviderException(
        "no plugin of the package '" + packageName + "' is installed" + wanted + "." + there,
        "Install it into "
            + plugins
            + version
                .map(text -> " with: pulumi plugin install resource " + packageName + " " + text)
                .orElse(" with: pulumi plugin install resource " + packageName)
            + "; or put pulumi-resource-"
            + packageName
            + " on the PATH.",
        null);
  }
}
