/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The limits that hold for the tags of any AWS resource: 50 tags, keys of at most 128 characters
 * that do not begin with {@code aws:}, values of at most 256.
 */
public final class AccountTags {
  public static final int MOST = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;

  private AccountTags() {}

  public static void check(Constraints constraints, Map<String, String> tags) {
    tags.forEach(
        (key, value) -> {
          constraints.length(key, "tags.member.key", 1, LONGEST_KEY);
          constraints.length(value, "tags.member.value", 0, LONGEST_VALUE);
        });
  }

  public static boolean anyReserved(Collection<String> keys) {
    return keys.stream().anyMatch(key -> key.toLowerCase(Locale.ROOT).startsWith("aws:"));
  }

  /** The tags after {@code added} was put over {@code present}, sorted by key. */
  public static Map<String, String> merged(Map<String, String> present, Map<String, String> added) {
    Map<String, String> merged = new TreeMap<>(present);
    merged.putAll(added);
    return merged;
  }

  /** Tags as a service's requests have them, by key. */
  public static <T> Map<String, String> of(
      List<T> tags, Function<T, String> key, Function<T, String> value) {
    Map<String, String> map = new TreeMap<>();
    tags.forEach(tag -> map.put(key.apply(tag), value.apply(tag)));
    return map;
  }

  /** Tags as a service's answers have them, sorted by key. */
  public static <T> List<T> listed(Map<String, String> tags, BiFunction<String, String, T> tag) {
    return new TreeMap<>(tags)
        .entrySet().stream().map(each -> tag.apply(each.getKey(), each.getValue())).toList();
  }

  public static Map<String, String> without(Map<String, String> present, Collection<String> keys) {
    Map<String, String> rest = new TreeMap<>(present);
    rest.keySet().removeAll(keys);
    return rest;
  }
}
