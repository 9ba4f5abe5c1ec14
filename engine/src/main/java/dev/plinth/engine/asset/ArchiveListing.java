/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of an archive.
 *
 * @param files by path, a text that differs with the file's content and with whether it can be
 *     executed
 */
public record ArchiveListing(Map<String, String> files) {

  public ArchiveListing {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** What differs in a later archive. */
  public ArchiveChanges changesTo(ArchiveListing now) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    now.files.forEach(
        (path, mark) -> {
          if (!files.containsKey(path)) {
            added.add(path);
          } else if (!mark.equals(files.get(path))) {
            changed.add(path);
          }
        });
    List<String> removed =
        files.keySet().stream().filter(path -> !now.files.containsKey(path)).toList();
    return new ArchiveChanges(added, changed, removed);
  }
}
