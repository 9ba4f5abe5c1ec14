/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.CredentialsConfig;
import dev.plinth.engine.provider.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFile;

/** The profile files that a configuration names, or the user's usual ones. */
final class Profiles {
  private Profiles() {}

  static ProfileFile files(CredentialsConfig config) {
    if (!config.hasOwnFiles()) {
      return ProfileFile.defaultProfileFile();
    }
    ProfileFile.Aggregator files = ProfileFile.aggregator();
    config.credentialsFiles().forEach(path -> add(files, path, ProfileFile.Type.CREDENTIALS));
    config.configFiles().forEach(path -> add(files, path, ProfileFile.Type.CONFIGURATION));
    return files.build();
  }

  /** The profile in use: configuration, then AWS_PROFILE, then {@code default}. */
  static String name(CredentialsConfig config, Map<String, String> environment) {
    return config
        .profile()
        .or(() -> Optional.ofNullable(environment.get("AWS_PROFILE")))
        .orElse("default");
  }

  static Optional<String> property(
      CredentialsConfig config, Map<String, String> environment, String property) {
    return files(config)
        .profile(name(config, environment))
        .flatMap(profile -> profile.property(property));
  }

  private static void add(ProfileFile.Aggregator files, Path path, ProfileFile.Type type) {
    if (!Files.isReadable(path)) {
      throw new ProviderException(
          "The profile file " + path + " cannot be read.",
          "Mend sharedConfigFiles or sharedCredentialsFiles.",
          null);
    }
    files.addFile(ProfileFile.builder().content(path).type(type).build());
  }
}
