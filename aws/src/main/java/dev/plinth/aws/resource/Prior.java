/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Optional;

/** A resource as the state has it. */
public record Prior(PropertyMap inputs, PropertyMap outputs) {
  /** What the program said of a property that AWS does not tell. */
  public Optional<PropertyValue> said(String name) {
    return inputs.get(name).or(() -> outputs.get(name));
  }

  /** What the program said of a property that is text. */
  public Optional<String> saidText(String name) {
    return inputs.text(name).or(() -> outputs.text(name));
  }

  public boolean saidTrue(String name) {
    return inputs.bool(name).or(() -> outputs.bool(name)).orElse(false);
  }
}
