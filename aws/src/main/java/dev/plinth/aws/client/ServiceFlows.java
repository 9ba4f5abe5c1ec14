/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.config.CredentialsConfig;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.config.ServiceId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pace of every service that a process calls. AWS counts the calls of an account to a service,
 * whoever makes them, so clients with the same credentials share one flow for each service, also
 * those of several stacks that are deployed at once.
 */
public final class ServiceFlows {
  private final Sleeper time;
  private final Map<Key, ServiceFlow> flows = new ConcurrentHashMap<>();

  /** Whose calls to what are counted together, as far as it is known without a call. */
  private record Key(
      ServiceId service,
      String region,
      Optional<URI> endpoint,
      CredentialsConfig credentials,
      boolean adaptive) {}

  /**
   * @param time what calls wait in for their turn
   */
  public ServiceFlows(Sleeper time) {
    this.time = time;
  }

  /**
   * The flow of a service.
   *
   * @param region where it is called; the same for all regions when the service has but one
   * @param endpoint where it is when not at its usual address
   */
  ServiceFlow of(ServiceId service, String region, Optional<URI> endpoint, ProviderConfig config) {
    boolean adaptive = config.adaptiveRetries();
    Key key = new Key(service, region, endpoint, config.credentials(), adaptive);
    return flows.computeIfAbsent(
        key, made -> new ServiceFlow(ServiceBounds.of(service), adaptive, time));
  }
}
