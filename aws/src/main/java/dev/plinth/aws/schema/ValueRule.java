/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyValue;
import org.jspecify.annotations.Nullable;

/** A limit of one value. */
public interface ValueRule {
  /**
   * What is wrong with a value, what is allowed and how to mend it; null when it is right.
   *
   * @param value a known value of the property's kind, without secret wrappers
   */
  @Nullable String violation(PropertyValue value);
}
