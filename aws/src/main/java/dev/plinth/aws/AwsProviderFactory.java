/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import dev.plinth.aws.call.Pacing;
import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.client.AwsClientsFactory;
import dev.plinth.aws.client.CallWatch;
import dev.plinth.aws.client.SdkClients;
import dev.plinth.aws.client.ServiceFlows;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ProviderFactory;
import dev.plinth.engine.provider.ProviderHost;
import java.nio.file.Path;
import java.util.Map;

/** Makes native AWS providers. */
public final class AwsProviderFactory implements ProviderFactory {
  private final AwsClientsFactory clients;
  private final Sleeper sleeper;
  private final Path base;

  /**
   * Providers on clients from anywhere, such as the local account.
   *
   * @param clients gives the clients for a provider's configuration
   * @param sleeper the time that waiters and retries wait in
   * @param base the folder that relative paths of assets and archives start from
   */
  public AwsProviderFactory(AwsClientsFactory clients, Sleeper sleeper, Path base) {
    this.clients = clients;
    this.sleeper = sleeper;
    this.base = base;
  }

  /** Providers on AWS itself, whose calls nobody watches. */
  public static AwsProviderFactory onAws(
      Map<String, String> environment, String userAgent, Path base, Sleeper sleeper) {
    return onAws(environment, userAgent, base, sleeper, CallWatch.NONE);
  }

  /**
   * Providers on AWS itself, or on the endpoint that configuration or environment names. All of
   * them together keep to the pace that AWS allows an account.
   *
   * @param environment the process's environment, for the region and the profile's name
   * @param userAgent names the caller to AWS, such as {@code plinth/1.0}
   * @param base the folder that relative paths of assets and archives start from
   * @param sleeper the time that waiters and retries wait in
   * @param watch is told of each call
   */
  public static AwsProviderFactory onAws(
      Map<String, String> environment,
      String userAgent,
      Path base,
      Sleeper sleeper,
      CallWatch watch) {
    ServiceFlows flows = new ServiceFlows(sleeper);
    return new AwsProviderFactory(
        config -> new SdkClients(config, environment, userAgent, flows, watch), sleeper, base);
  }

  @Override
  public Provider create() {
    return create(ProviderHost.SILENT);
  }

  @Override
  public Provider create(ProviderHost host) {
    return new AwsProvider(clients, new Pacing(sleeper), base, host);
  }
}
