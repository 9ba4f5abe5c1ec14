/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.CredentialsConfig;
import dev.plinth.aws.config.CredentialsConfig.StaticKeys;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** The credentials that a configuration starts from, before a role is assumed. */
final class Credentials {
  private Credentials() {}

  static AwsCredentialsProvider of(CredentialsConfig config, Map<String, String> environment) {
    if (config.keys().isPresent()) {
      return StaticCredentialsProvider.create(spelledOut(config.keys().get()));
    }
    if (config.profile().isPresent()) {
      return profile(config, environment);
    }
    return isUsual(config)
        ? DefaultCredentialsProvider.builder().build()
        : chain(config, environment);
  }

  private static boolean isUsual(CredentialsConfig config) {
    return config.askMetadata() && config.metadataEndpoint().isEmpty() && !config.hasOwnFiles();
  }

  private static AwsCredentials spelledOut(StaticKeys keys) {
    return keys.token().isPresent()
        ? AwsSessionCredentials.create(keys.accessKey(), keys.secretKey(), keys.token().get())
        : AwsBasicCredentials.create(keys.accessKey(), keys.secretKey());
  }

  private static AwsCredentialsProvider profile(
      CredentialsConfig config, Map<String, String> environment) {
    return ProfileCredentialsProvider.builder()
        .profileFile(Profiles.files(config))
        .profileName(Profiles.name(config, environment))
        .build();
  }

  /** The SDK's own chain, link by link, since its metadata link takes no settings from outside. */
  private static AwsCredentialsProvider chain(
      CredentialsConfig config, Map<String, String> environment) {
    AwsCredentialsProviderChain.Builder chain =
        AwsCredentialsProviderChain.builder()
            .addCredentialsProvider(SystemPropertyCredentialsProvider.create())
            .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .addCredentialsProvider(WebIdentityTokenFileCredentialsProvider.create())
            .addCredentialsProvider(profile(config, environment))
            .addCredentialsProvider(ContainerCredentialsProvider.builder().build());
    if (config.askMetadata()) {
      chain.addCredentialsProvider(metadata(config));
    }
    return chain.build();
  }

  private static AwsCredentialsProvider metadata(CredentialsConfig config) {
    InstanceProfileCredentialsProvider.Builder builder =
        InstanceProfileCredentialsProvider.builder();
    config.metadataEndpoint().ifPresent(endpoint -> builder.endpoint(endpoint.toString()));
    return builder.profileFile(ProfileFile.aggregator().build()).build();
  }
}
