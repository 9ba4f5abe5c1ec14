/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;

/**
 * Keeps a program's own writing in the outputs: AWS gives documents and sets back as it likes to
 * write them.
 */
public final class ProgramTexts {
  private ProgramTexts() {}

  /** The outputs, with the program's text where the resource says the same. */
  public static PropertyMap keep(Shape shape, PropertyMap inputs, PropertyMap outputs) {
    PropertyMap.Builder kept = outputs.toBuilder();
    for (Property property : shape.properties()) {
      PropertyValue said = inputs.get(property.name()).orElse(null);
      PropertyValue actual = outputs.get(property.name()).orElse(null);
      if (said != null
          && actual != null
          && isRewritten(property)
          && ValueDiff.means(property, said, actual)
          && ValueDiff.means(property, actual, said)) {
        kept.put(property.name(), said);
      }
    }
    return kept.build();
  }

  private static boolean isRewritten(Property property) {
    return property.equivalence() != Equivalence.TEXT || property.is(Trait.UNORDERED);
  }
}
