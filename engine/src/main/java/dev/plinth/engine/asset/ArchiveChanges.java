/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.util.List;

/** The files in which one archive differs from another, by path, each list in order. */
public record ArchiveChanges(List<String> added, List<String> changed, List<String> removed) {

  public ArchiveChanges {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }
}
