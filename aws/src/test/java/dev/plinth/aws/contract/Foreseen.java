/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Obj;

/** Values without the note of which of them were defaults. */
final class Foreseen {
  private Foreseen() {}

  static PropertyValue of(PropertyValue value) {
    if (value instanceof Obj object) {
      PropertyMap plain = object.properties().without(ResourceSchema.DEFAULTS);
      return PropertyValue.of(plain.map(Foreseen::of));
    }
    return value instanceof Items items
        ? PropertyValue.of(items.values().stream().map(Foreseen::of).toList())
        : value;
  }
}
