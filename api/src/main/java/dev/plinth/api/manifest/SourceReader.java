/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the files that a path stands for and reads them, up to the size limit. */
final class SourceReader {
  /** Stands for standard input among paths. */
  static final String STDIN = "-";

  private final InputStream stdin;
  private final Findings findings;

  SourceReader(InputStream stdin, Findings findings) {
    this.stdin = stdin;
    this.findings = findings;
  }

  /**
   * The texts behind a path: of the file, of standard input, or of a folder's manifest files in the
   * order of names.
   */
  List<SourceText> read(String path) {
    if (path.equals(STDIN)) {
      return readStream(path, stdin).stream().toList();
    }
    return expand(path).stream().flatMap(file -> readFile(file).stream()).toList();
  }

  private List<Path> expand(String given) {
    Path path;
    try {
      path = Path.of(given);
    } catch (InvalidPathException e) {
      unreadable(given, "is not a path: " + e.getReason(), "give the path of a file or folder.");
      return List.of();
    }
    if (!Files.exists(path)) {
      unreadable(
          given, "does not exist.", "check the path, which is relative to the working directory.");
      return List.of();
    }
    return Files.isDirectory(path) ? filesOf(path) : List.of(path);
  }

  private List<Path> filesOf(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, SourceReader::isManifestFile)) {
      entries.forEach(files::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      unreadable(
          folder.toString(), "cannot be listed: " + reason(e), "check the folder's permissions.");
      return List.of();
    }
    if (files.isEmpty()) {
      unreadable(
          folder.toString(),
          "has no file that ends in .yaml, .yml or .json; folders within it are not searched.",
          "give the folder that holds the manifests.");
    }
    files.sort(null);
    return files;
  }

  private static boolean isManifestFile(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
        && Files.isRegularFile(path);
  }

  private Optional<SourceText> readFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return readStream(file.toString(), in);
    } catch (IOException e) {
      unreadable(
          file.toString(), "cannot be read: " + reason(e), "check the file and its permissions.");
      return Optional.empty();
    }
  }

  private Optional<SourceText> readStream(String name, InputStream in) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(InputLimits.FILE_BYTES + 1);
    } catch (IOException e) {
      unreadable(name, "cannot be read: " + reason(e), "check the file and its permissions.");
      return Optional.empty();
    }
    if (bytes.length > InputLimits.FILE_BYTES) {
      findings.error(
          "manifest.too-large",
          SourceLocation.startOf(name),
          "",
          name
              + " is larger than "
              + InputLimits.FILE_BYTES / (1024 * 1024)
              + " MiB, the most that is read.",
          "check that it is a manifest; split it into several files if it is.");
      return Optional.empty();
    }
    return Utf8.decode(name, bytes, findings).map(text -> new SourceText(name, text));
  }

  private void unreadable(String name, String what, String remedy) {
    findings.error(
        "manifest.unreadable", SourceLocation.startOf(name), "", name + " " + what, remedy);
  }

  private static String reason(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied.";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
