/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Text;
import org.jspecify.annotations.Nullable;

/** Keys as S3's console and Pulumi's own provider write them: no empty parts, no leading slash. */
final class ObjectKeyRule implements ValueRule {
  @Override
  public @Nullable String violation(PropertyValue value) {
    String key = ((Text) value).value();
    return key.isEmpty() || key.startsWith("/") || key.startsWith("./") || key.contains("//")
        ? "A key begins with neither / nor ./, and has no // in it."
        : null;
  }
}
