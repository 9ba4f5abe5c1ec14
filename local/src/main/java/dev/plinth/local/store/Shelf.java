/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The resources of one kind: a JSON document each, in a file of its own, and a log of the names.
 *
 * <p>The files are what counts. The log exists to list names without opening the folder for each
 * question; a name is logged before its file appears and struck out after its file is gone, so a
 * crash can leave a name too many, never one too few, and {@link #read} tells which are real.
 */
public final class Shelf {
  private final Path folder;
  private final AppendLog log;
  private final NavigableSet<String> names = new TreeSet<>();

  /**
   * @param folder where the documents lie; the log of names lies beside it
   */
  public Shelf(Path folder) {
    this.folder = folder;
    this.log = new AppendLog(folder.resolveSibling(folder.getFileName() + ".log"));
  }

  public boolean contains(String name) {
    return Files.exists(file(name));
  }

  public Optional<JsonObject> read(String name) {
    Path file = file(name);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      JsonElement document = JsonParser.parseReader(reader);
      return Optional.of(document.getAsJsonObject());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new LocalAccountException(
          "Cannot read "
              + file
              + ": the document of '"
              + name
              + "' is damaged. Delete that file to forget the resource.",
          e);
    }
  }

  /** Writes a document, new or not; the caller holds the folder's lock. */
  public void write(String name, JsonObject document) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        log.append("+" + name);
      }
      PrivateFiles.replace(file, document.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LocalAccountException("Cannot write " + file, e);
    }
  }

  /** Deletes a document; the caller holds the folder's lock. */
  public void delete(String name) {
    Path file = file(name);
    try {
      if (Files.deleteIfExists(file)) {
        log.append("-" + name);
      }
    } catch (IOException e) {
      throw new LocalAccountException("Cannot delete " + file, e);
    }
  }

  /** The names from {@code from} on, sorted, that begin with {@code prefix}: a copy. */
  public synchronized NavigableSet<String> names(String from, String prefix) {
    for (String line : log.fresh()) {
      if (line.startsWith("+")) {
        names.add(line.substring(1));
      } else if (line.startsWith("-")) {
        names.remove(line.substring(1));
      }
    }
    NavigableSet<String> found = new TreeSet<>();
    for (String name : names.tailSet(from.compareTo(prefix) > 0 ? from : prefix, true)) {
      if (!name.startsWith(prefix)) {
        break;
      }
      found.add(name);
    }
    return found;
  }

  /** All names, sorted. */
  public NavigableSet<String> names() {
    return names("", "");
  }

  private Path file(String name) {
    return folder.resolve(FileName.of(name) + ".json");
  }
}
