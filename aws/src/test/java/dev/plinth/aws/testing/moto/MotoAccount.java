/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing.moto;

import dev.plinth.aws.client.SdkClients;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.config.ServiceId;
import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Calls;
import dev.plinth.aws.testing.FakeTime;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens accounts of moto. Every one is new, which keeps tests apart: moto gives whoever assumes a
 * role the account of that role.
 */
public final class MotoAccount {
  private static final String REGION = "eu-central-1";

  private static final AtomicLong NEXT_ID = new AtomicLong(100_000_000_001L);

  private MotoAccount() {}

  /**
   * A new account with its surroundings, reached by the clients that reach AWS.
   *
   * @throws org.opentest4j.TestAbortedException where moto is not installed, but for CI
   */
  public static Backend open() {
    URI endpoint = MotoServer.running().endpoint();
    String account = Long.toString(NEXT_ID.getAndIncrement());
    ProviderConfig config = ProviderConfig.of(config(endpoint, account));
    SdkClients clients = new SdkClients(config, Map.of(), "plinth/test");
    Surroundings surroundings = MotoSurroundings.make(endpoint, account, clients);
    return new Backend("moto", clients, new Calls(), new FakeTime(), surroundings);
  }

  private static PropertyMap config(URI endpoint, String account) {
    PropertyMap.Builder endpoints = PropertyMap.builder();
    for (ServiceId service : ServiceId.values()) {
      endpoints.put(service.endpointKey(), endpoint.toString());
    }
    return PropertyMap.builder()
        .put("region", REGION)
        .put("accessKey", "AKIAIOSFODNN7EXAMPLE")
        .put("secretKey", "unchecked")
        .put("assumeRole", PropertyMap.builder().put("roleArn", deployer(account)).build())
        .put("endpoints", PropertyValue.of(List.of(PropertyValue.of(endpoints.build()))))
        // moto answers what it does not have with 500; a few retries show that they are made.
        .put("maxRetries", 2)
        // A proxy of the environment must not come between: this one is never used.
        .put("httpProxy", endpoint.toString())
        .put("noProxy", endpoint.getHost())
        .build();
  }

  private static String deployer(String account) {
    return "arn:aws:iam::" + account + ":role/deployer";
  }
}
