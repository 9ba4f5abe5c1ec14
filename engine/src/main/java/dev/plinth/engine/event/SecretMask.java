/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.event;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.Secret;

/** Replaces every secret value by the text that stands for it. */
public final class SecretMask {
  /** What is shown in a secret's place. */
  public static final String MASK = "[secret]";

  private SecretMask() {}

  public static PropertyMap mask(PropertyMap properties) {
    return properties.containsSecrets() ? properties.map(SecretMask::mask) : properties;
  }

  public static PropertyValue mask(PropertyValue value) {
    if (value instanceof Secret) {
      return PropertyValue.of(MASK);
    }
    if (value instanceof OutputValue output) {
      return output.secret()
          ? PropertyValue.of(MASK)
          : output.value().map(SecretMask::mask).orElse(PropertyValue.Computed.INSTANCE);
    }
    if (value instanceof Items items) {
      return PropertyValue.of(items.values().stream().map(SecretMask::mask).toList());
    }
    if (value instanceof Obj obj) {
      return PropertyValue.of(mask(obj.properties()));
    }
    return value;
  }
}
