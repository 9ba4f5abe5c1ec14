/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What has to be done to get from some tags to others.
 *
 * @param set tags to add or overwrite
 * @param removed keys to take off
 */
public record TagChanges(Map<String, String> set, Set<String> removed) {

  public boolean isEmpty() {
    return set.isEmpty() && removed.isEmpty();
  }

  /** Makes the changes: first what goes, then what comes, each only if there is any. */
  public void apply(Consumer<Set<String>> untag, Consumer<Map<String, String>> tag) {
    if (!removed.isEmpty()) {
      untag.accept(removed);
    }
    if (!set.isEmpty()) {
      tag.accept(set);
    }
  }

  /** Compares two sets of tags. */
  public static TagChanges between(Map<String, String> old, Map<String, String> wanted) {
    TreeMap<String, String> set = new TreeMap<>(wanted);
    set.entrySet().removeIf(tag -> tag.getValue().equals(old.get(tag.getKey())));
    TreeSet<String> removed = new TreeSet<>(old.keySet());
    removed.removeAll(wanted.keySet());
    return new TagChanges(set, removed);
  }

  /** The changes that an update's tags ask for. */
  public static TagChanges of(Change change) {
    return between(
        all(
            change.oldOutputs().has(ResourceSchema.TAGS_ALL)
                ? change.oldOutputs()
                : change.oldInputs()),
        all(change.newInputs()));
  }

  /** All tags that inputs or outputs name. */
  public static Map<String, String> all(PropertyMap properties) {
    return properties.textMap(ResourceSchema.TAGS_ALL).orElse(Map.of());
  }
}
