/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.event.SecretMask;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyPath;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.List;
import java.util.Optional;

/** Finds what a property path leads to. */
final class PropertyLookup {
  private PropertyLookup() {}

  static Optional<PropertyValue> find(PropertyMap properties, String path) {
    Optional<PropertyValue> current = Optional.of(PropertyValue.of(properties));
    for (String segment : PropertyPath.parse(path).segments()) {
      current = current.flatMap(value -> child(value, segment));
    }
    return current;
  }

  /** What is inside a masked value is masked, and what is inside an unknown one is unknown. */
  private static Optional<PropertyValue> child(PropertyValue parent, String segment) {
    if (parent instanceof Obj obj) {
      return obj.properties().get(segment);
    }
    if (parent instanceof Items items) {
      return item(items.values(), segment);
    }
    return isOpaque(parent) ? Optional.of(parent) : Optional.empty();
  }

  private static boolean isOpaque(PropertyValue value) {
    return value instanceof Computed
        || (value instanceof Text text && text.value().equals(SecretMask.MASK));
  }

  private static Optional<PropertyValue> item(List<PropertyValue> items, String segment) {
    boolean index = !segment.isEmpty() && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!index || segment.length() > 9 || Integer.parseInt(segment) >= items.size()) {
      return Optional.empty();
    }
    return Optional.of(items.get(Integer.parseInt(segment)));
  }
}
