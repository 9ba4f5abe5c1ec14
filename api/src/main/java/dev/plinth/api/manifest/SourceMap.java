/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import dev.plinth.api.diagnostic.SourceLocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where each field of a document stands in its file, and which fields could not be read.
 *
 * @param start where the document begins
 * @param locations from field path to place
 * @param unreadable paths that were reported while the document was read; their values are missing
 *     from the message
 */
public record SourceMap(
    SourceLocation start, Map<String, SourceLocation> locations, Set<String> unreadable) {

  /** Copies what it is given. */
  public SourceMap {
    locations = Map.copyOf(locations);
    unreadable = Set.copyOf(unreadable);
  }

  /** A map for a document that did not come from a file and has no places. */
  public static SourceMap none(String name) {
    return new SourceMap(SourceLocation.startOf(name), Map.of(), Set.of());
  }

  /**
   * The place of a field; of what encloses it when it is not in the file; of the document in the
   * end.
   */
  public SourceLocation locate(String path) {
    for (String at = path; !at.isEmpty(); at = FieldPath.parent(at)) {
      SourceLocation location = locations.get(at);
      if (location != null) {
        return location;
      }
    }
    return start;
  }

  /**
   * Whether a field was reported as it was read, so that to call it missing would be the same
   * finding twice.
   */
  public boolean isUnreadable(String path) {
    return unreadable.stream().anyMatch(broken -> FieldPath.isWithin(path, broken));
  }

  /** Whether a part of a field was reported as it was read. */
  public boolean hasUnreadablePart(String path) {
    return unreadable.stream().anyMatch(broken -> FieldPath.isWithin(broken, path));
  }

  /** The same map with further places, which win over those that it has. */
  public SourceMap with(Map<String, SourceLocation> further) {
    Map<String, SourceLocation> all = new HashMap<>(locations);
    all.putAll(further);
    return new SourceMap(start, all, unreadable);
  }
}
