/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.AwsComputeStack;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a stack is for, and with it the defaults: {@code spec.profile}, or by metadata.env. */
@SuppressWarnings("ImmutableEnumChecker") // What its fields hold is never changed.
public enum StackProfile {
  /** Generous timeouts, debug logs, low concurrency. */
  DEVELOPMENT(
      List.of("dev", "development", "local", "sandbox", "test"),
      new ProfileSettings(200, "DEBUG", "DEBUG", 7, 0, 0, 0, 2, 0, 0, false, 50, 100, 20)),
  /** Between the two. */
  STAGING(
      List.of("staging", "stage", "stg", "qa", "uat", "preprod"),
      new ProfileSettings(150, "INFO", "INFO", 30, 20, 20, 0, 10, 0, 0, false, 200, 400, 10)),
  /** Tight timeouts, structured logs of what matters, capacity that is kept. */
  PRODUCTION(
      List.of("prod", "production", "prd", "live"),
      new ProfileSettings(100, "INFO", "INFO", 90, 200, 100, 50, 50, 2, 20, true, 1000, 2000, 5));

  private final List<String> envs;
  private final ProfileSettings settings;

  StackProfile(List<String> envs, ProfileSettings settings) {
    this.envs = envs;
    this.settings = settings;
  }

  /** The values of metadata.env that mean it. */
  public List<String> envs() {
    return envs;
  }

  /** What it sets. */
  public ProfileSettings settings() {
    return settings;
  }

  /** As manifests and pages write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile of a manifest; development when nothing tells. */
  public static StackProfile of(AwsComputeStack manifest) {
    return switch (manifest.getSpec().getProfile()) {
      case DEVELOPMENT -> DEVELOPMENT;
      case STAGING -> STAGING;
      case PRODUCTION -> PRODUCTION;
      case PROFILE_UNSPECIFIED, UNRECOGNIZED ->
          ofEnv(manifest.getMetadata().getEnv()).orElse(DEVELOPMENT);
    };
  }

  /** The profile that an environment's name means; empty for one that no profile lists. */
  public static Optional<StackProfile> ofEnv(String env) {
    String name = env.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(profile -> profile.envs.contains(name)).findFirst();
  }
}
