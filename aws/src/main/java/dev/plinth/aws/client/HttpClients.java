/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.HttpConfig;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.utils.AttributeMap;

/** Makes the one HTTP client that all of a provider's service clients share. */
final class HttpClients {
  /** At least as many as there are resources in flight. */
  static final int MAX_CONNECTIONS = 128;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** A function package of 50 MB may take its time on a slow line. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private HttpClients() {}

  static SdkHttpClient of(HttpConfig config) {
    Apache5HttpClient.Builder builder =
        Apache5HttpClient.builder()
            .maxConnections(MAX_CONNECTIONS)
            .connectionTimeout(CONNECT)
            .connectionAcquisitionTimeout(SILENCE)
            .socketTimeout(SILENCE);
    if (config.proxy().isPresent()) {
      builder.proxyConfiguration(
          ProxyConfiguration.builder()
              .endpoint(config.proxy().get())
              .nonProxyHosts(patterns(config.directHosts()))
              .build());
    }
    config
        .caBundle()
        .ifPresent(bundle -> builder.tlsTrustManagersProvider(new CaBundle(bundle)::managers));
    AttributeMap settings =
        AttributeMap.builder()
            .put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, config.insecure())
            .build();
    return builder.buildWithDefaults(settings);
  }

  /** The regular expressions that the SDK wants, from names as {@code NO_PROXY} has them. */
  static Set<String> patterns(List<String> hosts) {
    return hosts.stream().map(HttpClients::pattern).collect(Collectors.toSet());
  }

  private static String pattern(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.equals("*")) {
      return ".*";
    }
    String name = lower.startsWith("*.") ? lower.substring(1) : lower;
    String escaped = name.replace(".", "\\.");
    return name.startsWith(".") ? ".*" + escaped : "(.*\\.)?" + escaped;
  }
}
