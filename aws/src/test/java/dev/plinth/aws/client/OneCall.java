/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.engine.value.PropertyMap;

/** Makes one call as the process's own environment says. */
final class OneCall {
  private OneCall() {}

  public static void main(String[] arguments) {
    ProviderConfig config = ProviderConfig.of(PropertyMap.empty());
    try (SdkClients clients =
        new SdkClients(config, System.getenv(), "plinth/test", new ServiceFlows(Sleeper.SYSTEM))) {
      clients.lambda().getFunction(get -> get.functionName("x"));
    }
  }
}
