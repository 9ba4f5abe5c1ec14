/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.config.ServiceId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** Sets up the builders of clients by one configuration; who signs is set by the caller. */
final class ClientSetUp {
  /** One attempt, a slow upload of 50 MB included. */
  private static final Duration ATTEMPT = Duration.ofMinutes(3);

  private final ProviderConfig config;
  private final Map<String, String> environment;
  private final String region;
  private final String userAgent;
  private final Once<SdkHttpClient> http;
  private final Signer signer;
  private final ServiceFlows flows;
  private final CallWatch watch;

  /** Gives a builder its credentials. */
  interface Signer {
    void sign(AwsClientBuilder<?, ?> builder);
  }

  ClientSetUp(
      ProviderConfig config,
      Map<String, String> environment,
      String region,
      String userAgent,
      Once<SdkHttpClient> http,
      Signer signer,
      ServiceFlows flows,
      CallWatch watch) {
    this.config = config;
    this.environment = environment;
    this.region = region;
    this.userAgent = userAgent;
    this.http = http;
    this.signer = signer;
    this.flows = flows;
    this.watch = watch;
  }

  ClientSetUp signedBy(Signer other) {
    return new ClientSetUp(config, environment, region, userAgent, http, other, flows, watch);
  }

  /** Whether buckets are named in the path; emulators know no other way. */
  boolean s3PathStyle() {
    return config.s3PathStyle().orElseGet(() -> endpoint(ServiceId.S3).isPresent());
  }

  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B apply(
      ServiceId service, B builder) {
    builder
        .region(regionOf(service))
        .httpClient(http.get())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(retries(service))
                .addExecutionInterceptor(new FlowInterceptor(flow(service)))
                .addExecutionInterceptor(new WatchInterceptor(watch, region))
                .apiCallAttemptTimeout(ATTEMPT)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, userAgent)
                .build());
    signer.sign(builder);
    if (config.dualstack()) {
      builder.dualstackEnabled(true);
    }
    if (config.fips()) {
      builder.fipsEnabled(true);
    }
    endpoint(service).ifPresent(builder::endpointOverride);
    return builder;
  }

  /** The endpoint that is not AWS's usual one; a profile's is the SDK's own affair. */
  private Optional<URI> endpoint(ServiceId service) {
    return Optional.ofNullable(config.endpoints().get(service))
        .or(() -> new EnvironmentEndpoints(environment).find(service));
  }

  private ServiceFlow flow(ServiceId service) {
    return flows.of(service, regionOf(service).id(), endpoint(service), config);
  }

  /** IAM has one endpoint a partition, which the SDK lists as a region of its own. */
  private Region regionOf(ServiceId service) {
    return switch (service) {
      case IAM -> Region.of(RegionFacts.of(region).partition() + "-global");
      case STS -> Region.of(config.stsRegion().orElse(region));
      default -> Region.of(region);
    };
  }

  /**
   * Operations make their own retries, because they know what their calls mean. Credentials that
   * are had from STS are asked for by the SDK itself, which therefore retries that.
   */
  private RetryStrategy retries(ServiceId service) {
    return service == ServiceId.STS
        ? AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .maxAttempts(config.maxRetries() + 1)
            .circuitBreakerEnabled(false)
            .build()
        : AwsRetryStrategy.doNotRetry();
  }
}
