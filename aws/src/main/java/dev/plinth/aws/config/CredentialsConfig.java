/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.engine.value.PropertyMap;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where credentials come from; everything absent means the SDK's own chain.
 *
 * @param askMetadata whether the instance's metadata service may be asked
 * @param metadataEndpoint where that service is, when not at its usual address
 */
public record CredentialsConfig(
    Optional<StaticKeys> keys,
    Optional<String> profile,
    List<Path> configFiles,
    List<Path> credentialsFiles,
    Optional<AssumedRole> assumedRole,
    boolean askMetadata,
    Optional<URI> metadataEndpoint) {
  private static final URI METADATA_IPV6 = URI.create("http://[fd00:ec2::254]");

  /** Keys that the configuration spells out. */
  public record StaticKeys(String accessKey, String secretKey, Optional<String> token) {
    @Override
    public String toString() {
      return "StaticKeys[" + accessKey + "]";
    }
  }

  static CredentialsConfig of(PropertyMap config) {
    return new CredentialsConfig(
        keys(config),
        ProviderConfig.nonEmpty(config, "profile"),
        paths(config, "sharedConfigFiles"),
        paths(config, "sharedCredentialsFiles"),
        AssumedRole.of(config),
        !config.bool("skipMetadataApiCheck").orElse(false),
        metadataEndpoint(config));
  }

  /** Whether profiles are read from other files than the user's usual ones. */
  public boolean hasOwnFiles() {
    return !configFiles.isEmpty() || !credentialsFiles.isEmpty();
  }

  private static Optional<StaticKeys> keys(PropertyMap config) {
    Optional<String> secretKey = ProviderConfig.nonEmpty(config, "secretKey");
    return ProviderConfig.nonEmpty(config, "accessKey")
        .flatMap(
            access ->
                secretKey.map(
                    secret ->
                        new StaticKeys(access, secret, ProviderConfig.nonEmpty(config, "token"))));
  }

  private static Optional<URI> metadataEndpoint(PropertyMap config) {
    Optional<URI> given =
        ProviderConfig.nonEmpty(config, "ec2MetadataServiceEndpoint").map(URI::create);
    boolean ipv6 = config.text("ec2MetadataServiceEndpointMode").orElse("IPv4").equals("IPv6");
    return given.isPresent() || !ipv6 ? given : Optional.of(METADATA_IPV6);
  }

  private static List<Path> paths(PropertyMap config, String name) {
    return config.texts(name).orElse(List.of()).stream().map(CredentialsConfig::path).toList();
  }

  private static Path path(String text) {
    return text.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), text.substring(2))
        : Path.of(text);
  }
}
