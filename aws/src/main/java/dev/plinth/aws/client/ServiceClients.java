/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.AssumedRole;
import dev.plinth.aws.config.ProviderConfig;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.http.SdkHttpClient;

/** Builds the SDK's clients, each when it is first asked for, on one HTTP client and one login. */
final class ServiceClients implements AwsClients {
  private final ProviderConfig config;
  private final Map<String, String> environment;
  private final String region;
  private final Once<SdkHttpClient> http;
  private final Once<AwsCredentialsProvider> credentials;
  private final ClientSetUp setUp;
  private final Map<AwsService<?>, AwsClient> made = new ConcurrentHashMap<>();

  ServiceClients(
      ProviderConfig config,
      Map<String, String> environment,
      String region,
      String userAgent,
      ServiceFlows flows,
      CallWatch watch) {
    this.config = config;
    this.environment = environment;
    this.region = region;
    this.http = new Once<>(() -> HttpClients.of(config.http()));
    this.credentials = new Once<>(this::resolveCredentials);
    this.setUp =
        new ClientSetUp(
            config,
            environment,
            region,
            userAgent,
            http,
            builder -> builder.credentialsProvider(credentials.get()),
            flows,
            watch);
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public <C extends AwsClient> C of(AwsService<C> service) {
    return service.type().cast(made.computeIfAbsent(service, key -> service.make(setUp)));
  }

  @Override
  public void close() {
    made.values().forEach(AwsClient::close);
    http.ifMade(SdkHttpClient::close);
  }

  private AwsCredentialsProvider resolveCredentials() {
    Optional<AssumedRole> role = config.credentials().assumedRole();
    return role.isPresent() ? assume(role.get()) : ambient();
  }

  private AwsCredentialsProvider ambient() {
    return new Credentials(config.credentials(), environment, this::assume).provider();
  }

  private AwsCredentialsProvider assume(AssumedRole role) {
    AwsCredentialsProvider signer =
        role.webIdentity().isPresent() ? AnonymousCredentialsProvider.create() : ambient();
    ClientSetUp asSigner = setUp.signedBy(builder -> builder.credentialsProvider(signer));
    return RoleCredentials.of(role, AwsService.STS.make(asSigner));
  }
}
