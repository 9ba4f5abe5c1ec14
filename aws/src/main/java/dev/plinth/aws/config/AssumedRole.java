/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A role to assume with the credentials that are found, or with a web identity.
 *
 * @param webIdentity present when a token stands in for credentials
 */
public record AssumedRole(
    String roleArn,
    Optional<String> sessionName,
    Optional<String> externalId,
    Optional<Duration> duration,
    Optional<String> policy,
    List<String> policyArns,
    Optional<String> sourceIdentity,
    Map<String, String> tags,
    List<String> transitiveTagKeys,
    Optional<WebIdentity> webIdentity) {

  /** A token, or the file that it is read from each time; one of the two. */
  public record WebIdentity(Optional<String> token, Optional<Path> file) {
    @Override
    public String toString() {
      return "WebIdentity[" + file + "]";
    }
  }

  static Optional<AssumedRole> of(PropertyMap config) {
    Optional<PropertyMap> plain = config.object("assumeRole");
    return plain.isPresent()
        ? plain.map(role -> of(role, Optional.empty()))
        : config
            .object("assumeRoleWithWebIdentity")
            .map(
                role ->
                    of(
                        role,
                        Optional.of(
                            new WebIdentity(
                                role.text("webIdentityToken"),
                                role.text("webIdentityTokenFile").map(Path::of)))));
  }

  private static AssumedRole of(PropertyMap role, Optional<WebIdentity> webIdentity) {
    return new AssumedRole(
        role.text("roleArn").orElseThrow(),
        ProviderConfig.nonEmpty(role, "sessionName"),
        ProviderConfig.nonEmpty(role, "externalId"),
        role.text("duration").flatMap(GoDuration::parse),
        ProviderConfig.nonEmpty(role, "policy"),
        role.texts("policyArns").orElse(List.of()),
        ProviderConfig.nonEmpty(role, "sourceIdentity"),
        role.textMap("tags").orElse(Map.of()),
        role.texts("transitiveTagKeys").orElse(List.of()),
        webIdentity);
  }
}
