/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.provider.PropertyDiff.Kind;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The engine's own comparison of inputs, for resources that no provider compares. */
public final class InputDiff {
  private InputDiff() {}

  public static DiffResult between(PropertyMap olds, PropertyMap news) {
    TreeMap<String, PropertyDiff> changes = new TreeMap<>();
    Set<String> names = new TreeSet<>(olds.names());
    names.addAll(news.names());
    for (String name : names) {
      Optional<PropertyValue> old = olds.get(name).map(PropertyValue::withoutSecrets);
      Optional<PropertyValue> now = news.get(name).map(PropertyValue::withoutSecrets);
      if (!old.equals(now)) {
        Kind kind = old.isEmpty() ? Kind.ADD : now.isEmpty() ? Kind.DELETE : Kind.UPDATE;
        changes.put(name, new PropertyDiff(kind, false, true));
      }
    }
    return new DiffResult(changes, false);
  }
}
