/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Text;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A URL that an HTTP client can use. */
enum HttpUrl implements ValueRule {
  INSTANCE;

  @Override
  public @Nullable String violation(PropertyValue value) {
    return isUrl(((Text) value).value())
        ? null
        : "It is no URL: use http://host:port or https://host:port.";
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
