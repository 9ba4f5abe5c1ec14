/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What new inputs change.
 *
 * @param detailed what changes, by property path ({@code environment.variables.A}, {@code
 *     layers[1]}); empty when nothing does
 * @param deleteBeforeReplace whether a replacement must delete the old resource first
 */
public record DiffResult(Map<String, PropertyDiff> detailed, boolean deleteBeforeReplace) {
  private static final DiffResult NONE = new DiffResult(Map.of(), false);

  public DiffResult {
    detailed = Collections.unmodifiableMap(new TreeMap<>(detailed));
  }

  public static DiffResult none() {
    return NONE;
  }

  public boolean hasChanges() {
    return !detailed.isEmpty();
  }

  public boolean requiresReplacement() {
    return detailed.values().stream().anyMatch(PropertyDiff::replaces);
  }
}
