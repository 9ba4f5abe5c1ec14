/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.AssumedRole;
import dev.plinth.aws.config.ProviderConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/** Builds the SDK's clients, each when it is first asked for, on one HTTP client and one login. */
final class ServiceClients implements AwsClients {
  /** One attempt, a slow upload of 50 MB included. */
  private static final Duration ATTEMPT = Duration.ofMinutes(3);

  private final ProviderConfig config;
  private final Map<String, String> environment;
  private final String region;
  private final String userAgent;
  private final Once<SdkHttpClient> http;
  private final Once<AwsCredentialsProvider> credentials;
  private final Once<LambdaClient> lambda;
  private final Once<CloudWatchLogsClient> logs;
  private final Once<StsClient> sts;
  private final Once<Ec2Client> ec2;

  ServiceClients(
      ProviderConfig config, Map<String, String> environment, String region, String userAgent) {
    this.config = config;
    this.environment = environment;
    this.region = region;
    this.userAgent = userAgent;
    this.http = new Once<>(() -> HttpClients.of(config.http()));
    this.credentials = new Once<>(this::resolveCredentials);
    this.lambda = new Once<>(() -> built(LambdaClient.builder(), "lambda"));
    this.logs = new Once<>(() -> built(CloudWatchLogsClient.builder(), "logs"));
    this.ec2 = new Once<>(() -> built(Ec2Client.builder(), "ec2"));
    this.sts = new Once<>(() -> stsClient(credentials.get()));
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public LambdaClient lambda() {
    return lambda.get();
  }

  @Override
  public CloudWatchLogsClient logs() {
    return logs.get();
  }

  @Override
  public StsClient sts() {
    return sts.get();
  }

  @Override
  public Ec2Client ec2() {
    return ec2.get();
  }

  @Override
  public void close() {
    lambda.ifMade(LambdaClient::close);
    logs.ifMade(CloudWatchLogsClient::close);
    sts.ifMade(StsClient::close);
    ec2.ifMade(Ec2Client::close);
    http.ifMade(SdkHttpClient::close);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
      B builder, String service) {
    return configured(builder, service, region).credentialsProvider(credentials.get()).build();
  }

  private StsClient stsClient(AwsCredentialsProvider signer) {
    StsClientBuilder builder =
        configured(StsClient.builder(), "sts", config.stsRegion().orElse(region));
    return builder.credentialsProvider(signer).build();
  }

  private AwsCredentialsProvider resolveCredentials() {
    Optional<AssumedRole> role = config.credentials().assumedRole();
    if (role.isEmpty()) {
      return Credentials.of(config.credentials(), environment);
    }
    AwsCredentialsProvider signer =
        role.get().webIdentity().isPresent()
            ? AnonymousCredentialsProvider.create()
            : Credentials.of(config.credentials(), environment);
    return RoleCredentials.of(role.get(), stsClient(signer));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder, String service, String where) {
    builder
        .region(Region.of(where))
        .httpClient(http.get())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(retries())
                .apiCallAttemptTimeout(ATTEMPT)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, userAgent)
                .build());
    if (config.dualstack()) {
      builder.dualstackEnabled(true);
    }
    if (config.fips()) {
      builder.fipsEnabled(true);
    }
    URI endpoint = config.endpoints().get(service);
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder;
  }

  /** The circuit breaker is off: it would give up on a thousand functions that AWS slows down. */
  private RetryStrategy retries() {
    int attempts = config.maxRetries() + 1;
    return config.adaptiveRetries()
        ? AwsRetryStrategy.adaptiveRetryStrategy().toBuilder().maxAttempts(attempts).build()
        : AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .maxAttempts(attempts)
            .circuitBreakerEnabled(false)
            .build();
  }
}
