/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.engine.provider.ProviderException;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the region: configuration, then environment, then profile. The profile files are read, and
 * SDK classes loaded for that, only when the first two say nothing.
 */
final class RegionChoice {
  private RegionChoice() {}

  static String of(ProviderConfig config, Map<String, String> environment) {
    String region =
        config
            .region()
            .or(() -> set(environment, "AWS_REGION"))
            .or(() -> set(environment, "AWS_DEFAULT_REGION"))
            .or(() -> Profiles.property(config.credentials(), environment, "region"))
            .orElseThrow(RegionChoice::missing);
    if (config.validateRegion() && !RegionFacts.isListed(region)) {
      throw new ProviderException(
          "\"" + region + "\" is no region that this version of the AWS SDK knows.",
          "Mend the region, or take skipRegionValidation out for a region that is newer.",
          null);
    }
    return region;
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private static ProviderException missing() {
    return new ProviderException(
        "No AWS region is set.",
        "Set region in the provider's configuration (aws:region), or AWS_REGION in the environment,"
            + " or region in the profile in use (~/.aws/config).",
        null);
  }
}
