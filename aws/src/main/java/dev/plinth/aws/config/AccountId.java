/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Text;
import org.jspecify.annotations.Nullable;

/** Twelve digits. */
enum AccountId implements ValueRule {
  INSTANCE;

  @Override
  public @Nullable String violation(PropertyValue value) {
    String id = ((Text) value).value();
    boolean right = id.length() == 12 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    return right ? null : "\"" + id + "\" is no account id: use its 12 digits.";
  }
}
