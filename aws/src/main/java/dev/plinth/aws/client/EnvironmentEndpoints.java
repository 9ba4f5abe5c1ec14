/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.ServiceId;
import dev.plinth.engine.provider.ProviderException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that environment variables name, by AWS's rules for them.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">
 *     Service-specific endpoints</a>
 */
record EnvironmentEndpoints(Map<String, String> environment) {
  private static final String ALL = "AWS_ENDPOINT_URL";

  /** The endpoint of a service: its own, or the one for all. */
  Optional<URI> find(ServiceId service) {
    if ("true".equalsIgnoreCase(environment.get("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))) {
      return Optional.empty();
    }
    String own = ALL + "_" + service.environmentKey();
    String name = isSet(environment.get(own)) ? own : ALL;
    String url = environment.get(name);
    return url == null || url.isEmpty() ? Optional.empty() : Optional.of(parse(name, url));
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  private static URI parse(String name, String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && uri.getScheme().startsWith("http")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told of below, like any other text that is no URL
    }
    throw new ProviderException(
        name + " is \"" + url + "\", which is no URL.",
        "Set it to one such as http://localhost:5000, or unset it.",
        null);
  }
}
