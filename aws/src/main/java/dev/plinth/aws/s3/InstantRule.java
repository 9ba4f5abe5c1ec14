/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Text;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant as RFC 3339 writes it. */
final class InstantRule implements ValueRule {
  @Override
  public @Nullable String violation(PropertyValue value) {
    String text = ((Text) value).value();
    try {
      Instant.parse(text);
      return null;
    } catch (DateTimeException e) {
      return "\"" + text + "\" is no instant: write it like 2030-01-31T12:00:00Z.";
    }
  }
}
