/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.InputDiff;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.PropertyDiff.Kind;
import dev.plinth.engine.value.PropertyMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;

/** Reads a plugin's answer to what changes, which may be in detail, in outline or left open. */
final class PluginDiff {
  /** Stands for what a plugin says has changed without saying what. */
  private static final String SOMETHING = "*";

  private PluginDiff() {}

  static DiffResult read(DiffResponse answer, PropertyMap oldInputs, PropertyMap newInputs) {
    if (answer.getChanges() == DiffChanges.DIFF_NONE) {
      return DiffResult.none();
    }
    Map<String, PropertyDiff> detailed =
        answer.getDetailedDiffCount() > 0
            ? detailed(answer)
            : outline(answer, InputDiff.between(oldInputs, newInputs));
    if (detailed.isEmpty() && answer.getChanges() == DiffChanges.DIFF_SOME) {
      detailed.put(SOMETHING, new PropertyDiff(Kind.UPDATE, false, true));
    }
    return new DiffResult(detailed, answer.getDeleteBeforeReplace());
  }

  private static Map<String, PropertyDiff> detailed(DiffResponse answer) {
    Map<String, PropertyDiff> changes = new TreeMap<>();
    answer
        .getDetailedDiffMap()
        .forEach(
            (path, diff) ->
                changes.put(
                    path,
                    switch (diff.getKind()) {
                      case ADD -> new PropertyDiff(Kind.ADD, false, diff.getInputDiff());
                      case ADD_REPLACE -> new PropertyDiff(Kind.ADD, true, diff.getInputDiff());
                      case DELETE -> new PropertyDiff(Kind.DELETE, false, diff.getInputDiff());
                      case DELETE_REPLACE ->
                          new PropertyDiff(Kind.DELETE, true, diff.getInputDiff());
                      case UPDATE, UNRECOGNIZED ->
                          new PropertyDiff(Kind.UPDATE, false, diff.getInputDiff());
                      case UPDATE_REPLACE ->
                          new PropertyDiff(Kind.UPDATE, true, diff.getInputDiff());
                    }));
    replacing(answer, changes);
    return changes;
  }

  /** The names that the plugin gives, or, where it gives none, what the engine itself sees. */
  private static Map<String, PropertyDiff> outline(DiffResponse answer, DiffResult seen) {
    Map<String, PropertyDiff> changes = new TreeMap<>();
    Set<String> names = new HashSet<>(answer.getDiffsList());
    names.addAll(answer.getReplacesList());
    if (names.isEmpty()) {
      changes.putAll(seen.detailed());
    }
    for (String name : names) {
      PropertyDiff diff = seen.detailed().get(name);
      changes.put(name, diff == null ? new PropertyDiff(Kind.UPDATE, false, true) : diff);
    }
    replacing(answer, changes);
    return changes;
  }

  private static void replacing(DiffResponse answer, Map<String, PropertyDiff> changes) {
    for (String name : answer.getReplacesList()) {
      boolean known =
          changes.entrySet().stream()
              .anyMatch(change -> change.getValue().replaces() && isOf(name, change.getKey()));
      if (!known) {
        PropertyDiff diff = changes.get(name);
        Kind kind = diff == null ? Kind.UPDATE : diff.kind();
        changes.put(name, new PropertyDiff(kind, true, diff == null || diff.inputDiff()));
      }
    }
  }

  private static boolean isOf(String name, String path) {
    return path.equals(name) || path.startsWith(name + ".") || path.startsWith(name + "[");
  }
}
