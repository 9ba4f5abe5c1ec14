/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.engine.value.PropertyMap;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the network is reached.
 *
 * @param proxy absent for the environment's
 * @param directHosts hosts that the proxy is not used for, as {@code noProxy} names them
 * @param caBundle a PEM file of certificates to trust instead of the JDK's
 * @param insecure whether any certificate is trusted
 */
public record HttpConfig(
    Optional<URI> proxy, List<String> directHosts, Optional<Path> caBundle, boolean insecure) {

  static HttpConfig of(PropertyMap config) {
    Optional<String> proxy =
        ProviderConfig.nonEmpty(config, "httpsProxy")
            .or(() -> ProviderConfig.nonEmpty(config, "httpProxy"));
    List<String> direct =
        ProviderConfig.nonEmpty(config, "noProxy")
            .map(hosts -> Arrays.stream(hosts.split(",", -1)).map(String::strip).toList())
            .orElse(List.of());
    return new HttpConfig(
        proxy.map(URI::create),
        direct.stream().filter(host -> !host.isEmpty()).toList(),
        ProviderConfig.nonEmpty(config, "customCaBundle").map(Path::of),
        config.bool("insecure").orElse(false));
  }
}
