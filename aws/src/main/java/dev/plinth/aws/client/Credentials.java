/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.client.CredentialsChain.Link;
import dev.plinth.aws.config.AssumedRole;
import dev.plinth.aws.config.CredentialsConfig;
import dev.plinth.aws.config.CredentialsConfig.StaticKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** The credentials that a configuration starts from, before a role of its own is assumed. */
final class Credentials {
  private final CredentialsConfig config;
  private final Map<String, String> environment;
  private final Function<AssumedRole, AwsCredentialsProvider> assume;

  /**
   * @param assume assumes a role by a web identity, which needs no other credentials
   */
  Credentials(
      CredentialsConfig config,
      Map<String, String> environment,
      Function<AssumedRole, AwsCredentialsProvider> assume) {
    this.config = config;
    this.environment = environment;
    this.assume = assume;
  }

  AwsCredentialsProvider provider() {
    if (config.keys().isPresent()) {
      return StaticCredentialsProvider.create(spelledOut(config.keys().get()));
    }
    return config.profile().isPresent() ? profile() : chain();
  }

  private static AwsCredentials spelledOut(StaticKeys keys) {
    return keys.token().isPresent()
        ? AwsSessionCredentials.create(keys.accessKey(), keys.secretKey(), keys.token().get())
        : AwsBasicCredentials.create(keys.accessKey(), keys.secretKey());
  }

  /** The places and their order are those of every AWS SDK. */
  private AwsCredentialsProvider chain() {
    EnvironmentCredentials variables = new EnvironmentCredentials(environment);
    List<Link> links = new ArrayList<>();
    links.add(new Link("system properties", SystemPropertyCredentialsProvider::create));
    links.add(new Link("environment", variables::keys));
    links.add(new Link("web identity", () -> assume.apply(variables.webIdentity())));
    links.add(new Link("profile", this::profile));
    links.add(new Link("container", () -> ContainerCredentialsProvider.builder().build()));
    if (config.askMetadata()) {
      links.add(new Link("instance", this::metadata));
    }
    return new CredentialsChain(links);
  }

  private AwsCredentialsProvider profile() {
    return ProfileCredentialsProvider.builder()
        .profileFile(Profiles.files(config))
        .profileName(Profiles.name(config, environment))
        .build();
  }

  private AwsCredentialsProvider metadata() {
    InstanceProfileCredentialsProvider.Builder builder =
        InstanceProfileCredentialsProvider.builder();
    config.metadataEndpoint().ifPresent(endpoint -> builder.endpoint(endpoint.toString()));
    return builder.profileFile(ProfileFile.aggregator().build()).build();
  }
}
