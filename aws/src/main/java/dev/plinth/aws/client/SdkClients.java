/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.ProviderConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsClient;

/**
 * The SDK's own clients, which talk to AWS or to the endpoint that configuration or environment
 * names. No class of the SDK is loaded before the first client is asked for, which is why building
 * them is another class's work.
 */
public final class SdkClients implements AwsClients {
  private final ProviderConfig config;
  private final Map<String, String> environment;
  private final String region;
  private final String userAgent;
  private final ServiceFlows flows;
  private final CallWatch watch;
  private @Nullable ServiceClients services;

  /** Clients whose calls nobody watches. */
  public SdkClients(
      ProviderConfig config,
      Map<String, String> environment,
      String userAgent,
      ServiceFlows flows) {
    this(config, environment, userAgent, flows, CallWatch.NONE);
  }

  /**
   * Takes a configuration into use.
   *
   * @param environment the process's environment
   * @param userAgent names the caller to AWS, such as {@code plinth/1.0}
   * @param flows what calls wait in for their turn, together with those of other clients
   * @param watch is told of each call
   * @throws dev.plinth.engine.provider.ProviderException when no region is set
   */
  public SdkClients(
      ProviderConfig config,
      Map<String, String> environment,
      String userAgent,
      ServiceFlows flows,
      CallWatch watch) {
    this.config = config;
    this.environment = Map.copyOf(environment);
    this.region = RegionChoice.of(config, environment);
    this.userAgent = userAgent;
    this.flows = flows;
    this.watch = watch;
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public <C extends AwsClient> C of(AwsService<C> service) {
    return services().of(service);
  }

  @Override
  public synchronized void close() {
    if (services != null) {
      services.close();
    }
  }

  private synchronized ServiceClients services() {
    if (services == null) {
      services = new ServiceClients(config, environment, region, userAgent, flows, watch);
    }
    return services;
  }
}
