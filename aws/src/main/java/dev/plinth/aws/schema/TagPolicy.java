/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The provider's say in every resource's tags.
 *
 * @param defaults tags that every resource gets; a resource's own tag of the same key wins
 * @param ignoredKeys tags that others manage
 * @param ignoredPrefixes beginnings of keys that others manage
 */
public record TagPolicy(
    Map<String, String> defaults, Set<String> ignoredKeys, List<String> ignoredPrefixes) {
  private static final String RESERVED = "aws:";

  public TagPolicy {
    defaults = Map.copyOf(defaults);
    ignoredKeys = Set.copyOf(ignoredKeys);
    ignoredPrefixes = List.copyOf(ignoredPrefixes);
  }

  public static TagPolicy none() {
    return new TagPolicy(Map.of(), Set.of(), List.of());
  }

  /** All tags that a resource is to have; values may be unknown or secret. */
  PropertyMap all(PropertyMap tags) {
    if (defaults.isEmpty() && ignoredKeys.isEmpty() && ignoredPrefixes.isEmpty()) {
      return tags;
    }
    TreeMap<String, PropertyValue> all = new TreeMap<>();
    defaults.forEach((key, value) -> all.put(key, PropertyValue.of(value)));
    all.putAll(tags.asMap());
    all.keySet().removeIf(this::ignores);
    return PropertyMap.of(all);
  }

  /** The tags that AWS answered, less those that AWS itself and others manage. */
  public Map<String, String> visible(Map<String, String> remote) {
    TreeMap<String, String> visible = new TreeMap<>(remote);
    visible.keySet().removeIf(key -> key.startsWith(RESERVED) || ignores(key));
    return visible;
  }

  /**
   * The tags that the program has to name to get the given ones: a default need not be repeated,
   * but stays where the program repeats it.
   *
   * @param visible what {@link #visible} gave
   * @param prior the tags that the program named
   */
  public Map<String, String> own(Map<String, String> visible, Set<String> prior) {
    TreeMap<String, String> own = new TreeMap<>(visible);
    own.entrySet()
        .removeIf(
            tag ->
                !prior.contains(tag.getKey()) && tag.getValue().equals(defaults.get(tag.getKey())));
    return own;
  }

  private boolean ignores(String key) {
    return ignoredKeys.contains(key) || ignoredPrefixes.stream().anyMatch(key::startsWith);
  }
}
