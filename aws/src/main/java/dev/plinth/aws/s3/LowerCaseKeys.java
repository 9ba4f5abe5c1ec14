/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Obj;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** S3 sends metadata as HTTP headers, whose names it gives back in lower case. */
final class LowerCaseKeys implements ValueRule {
  @Override
  public @Nullable String violation(PropertyValue value) {
    for (String name : ((Obj) value).properties().names()) {
      if (!name.equals(name.toLowerCase(Locale.ROOT))) {
        return "S3 makes \"" + name + "\" lower case: write " + name.toLowerCase(Locale.ROOT) + ".";
      }
    }
    return null;
  }
}
