/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Obj;
import org.jspecify.annotations.Nullable;

/** How many tags there may be. */
record MostTags(int most) implements ValueRule {
  @Override
  public @Nullable String violation(PropertyValue value) {
    int size = ((Obj) value).properties().size();
    return size > most ? "There are " + size + " of them; AWS takes at most " + most + "." : null;
  }
}
