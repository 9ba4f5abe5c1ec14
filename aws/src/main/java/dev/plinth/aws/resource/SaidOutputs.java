/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.engine.value.PropertyMap;

/** Writes what the program said of the properties that AWS does not tell into the outputs. */
public final class SaidOutputs {
  private SaidOutputs() {}

  public static void put(PropertyMap.Builder outputs, Shape shape, Prior prior) {
    for (Property property : shape.properties()) {
      if (property.is(Trait.UNREADABLE)) {
        outputs.putIfPresent(property.name(), prior.said(property.name()));
      }
    }
  }
}
