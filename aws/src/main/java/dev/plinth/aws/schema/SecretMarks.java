/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries secret marks from inputs to the outputs of the same place, which AWS answers bare. */
public final class SecretMarks {
  private SecretMarks() {}

  /** The outputs with every value marked that the inputs mark. */
  public static PropertyMap carry(PropertyMap inputs, PropertyMap outputs) {
    if (!inputs.containsSecrets()) {
      return outputs;
    }
    PropertyMap.Builder marked = PropertyMap.builder();
    outputs
        .asMap()
        .forEach((name, value) -> marked.put(name, carry(inputs.get(name).orElse(null), value)));
    return marked.build();
  }

  private static PropertyValue carry(@Nullable PropertyValue input, PropertyValue output) {
    if (input == null || output instanceof Secret) {
      return output;
    }
    if (input instanceof Secret) {
      return new Secret(output);
    }
    if (input instanceof Obj given && output instanceof Obj object) {
      return PropertyValue.of(carry(given.properties(), object.properties()));
    }
    if (input instanceof Items given && output instanceof Items items && given.containsSecrets()) {
      List<PropertyValue> marked = new ArrayList<>();
      for (PropertyValue item : items.values()) {
        marked.add(new Secret(item));
      }
      return new Items(marked);
    }
    return output;
  }
}
