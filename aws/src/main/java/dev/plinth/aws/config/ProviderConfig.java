/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.aws.schema.TagPolicy;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue.Obj;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A provider configuration that is in use.
 *
 * @param endpoints the URLs of the services that are given one
 * @param s3PathStyle whether buckets are named in the path; empty leaves it to the endpoint
 * @param maxRetries how often a call is sent again when AWS had a fault or its answer was lost
 * @param adaptiveRetries whether a throttled call slows the others of its service down
 * @param validateCredentials whether the caller is to be asked for before anything is written
 */
public record ProviderConfig(
    Optional<String> region,
    CredentialsConfig credentials,
    Set<String> allowedAccountIds,
    Set<String> forbiddenAccountIds,
    TagPolicy tags,
    Map<ServiceId, URI> endpoints,
    HttpConfig http,
    int maxRetries,
    boolean adaptiveRetries,
    boolean validateCredentials,
    boolean validateRegion,
    Optional<String> stsRegion,
    Optional<Boolean> s3PathStyle,
    boolean dualstack,
    boolean fips) {
  /** As many retries as Pulumi's AWS provider makes. */
  private static final int DEFAULT_MAX_RETRIES = 25;

  /**
   * Reads a configuration in either form.
   *
   * @throws ProviderException when it would not pass the check
   */
  public static ProviderConfig of(PropertyMap wire) {
    List<CheckFailure> failures = ConfigCheck.failures(wire);
    if (!failures.isEmpty()) {
      throw new ProviderException(
          "The configuration of the AWS provider cannot be used: "
              + failures.stream()
                  .map(failure -> failure.property() + ": " + failure.reason())
                  .collect(Collectors.joining(" ")));
    }
    PropertyMap config = WireConfig.decode(wire);
    return new ProviderConfig(
        nonEmpty(config, "region"),
        CredentialsConfig.of(config),
        Set.copyOf(config.texts("allowedAccountIds").orElse(List.of())),
        Set.copyOf(config.texts("forbiddenAccountIds").orElse(List.of())),
        tags(config),
        endpoints(config),
        HttpConfig.of(config),
        config.integer("maxRetries").orElse(DEFAULT_MAX_RETRIES),
        !config.text("retryMode").orElse("adaptive").equals("standard"),
        !config.bool("skipCredentialsValidation").orElse(true),
        !config.bool("skipRegionValidation").orElse(true),
        nonEmpty(config, "stsRegion"),
        config.bool("s3UsePathStyle"),
        config.bool("useDualstackEndpoint").orElse(false),
        config.bool("useFipsEndpoint").orElse(false));
  }

  static Optional<String> nonEmpty(PropertyMap config, String name) {
    return config.text(name).filter(text -> !text.isEmpty());
  }

  private static TagPolicy tags(PropertyMap config) {
    PropertyMap defaults = config.object("defaultTags").orElse(PropertyMap.empty());
    PropertyMap ignored = config.object("ignoreTags").orElse(PropertyMap.empty());
    return new TagPolicy(
        defaults.textMap("tags").orElse(Map.of()),
        Set.copyOf(ignored.texts("keys").orElse(List.of())),
        ignored.texts("keyPrefixes").orElse(List.of()));
  }

  private static Map<ServiceId, URI> endpoints(PropertyMap config) {
    Map<ServiceId, URI> endpoints = new EnumMap<>(ServiceId.class);
    config
        .list("endpoints")
        .orElse(List.of())
        .forEach(
            item -> {
              if (item.withoutSecrets() instanceof Obj entry) {
                put(entry.properties(), endpoints);
              }
            });
    return endpoints;
  }

  private static void put(PropertyMap entry, Map<ServiceId, URI> endpoints) {
    for (ServiceId service : ServiceId.values()) {
      service.endpointKeys().stream()
          .flatMap(key -> nonEmpty(entry, key).stream())
          .forEach(url -> endpoints.put(service, URI.create(url)));
    }
  }
}
