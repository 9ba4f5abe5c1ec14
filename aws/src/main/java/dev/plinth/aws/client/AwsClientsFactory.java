/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.ProviderConfig;

/** Gives the clients that a provider configuration asks for. */
@FunctionalInterface
public interface AwsClientsFactory {
  /**
   * Takes a configuration into use, without a call to AWS.
   *
   * @throws dev.plinth.engine.provider.ProviderException when it cannot work, for instance because
   *     no region is set
   */
  AwsClients open(ProviderConfig config);
}
