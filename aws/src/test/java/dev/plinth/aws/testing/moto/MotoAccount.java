/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing.moto;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.CallWatch;
import dev.plinth.aws.client.SdkClients;
import dev.plinth.aws.client.ServiceFlows;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.config.ServiceId;
import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Calls;
import dev.plinth.aws.testing.FakeTime;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.interop.moto.MotoServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

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
    URI endpoint = endpoint();
    String account = Long.toString(NEXT_ID.getAndIncrement());
    ProviderConfig config = ProviderConfig.of(config(account, service -> endpoint));
    FakeTime time = new FakeTime();
    SdkClients clients =
        new SdkClients(config, Map.of(), "plinth/test", new ServiceFlows(time), CallWatch.NONE);
    Surroundings surroundings = MotoSurroundings.make(endpoint, account, clients);
    return new Backend("moto", clients, new Calls(), time, surroundings);
  }

  /** Where all accounts of moto are reached. */
  public static URI endpoint() {
    return MotoServer.running().endpoint();
  }

  /**
   * Other clients of the same account, which go another way. They go straight to STS: whether the
   * SDK gets its credentials is the SDK's own affair.
   */
  public static AwsClients clientsOf(Backend moto, URI detour) {
    PropertyMap config =
        config(
            moto.surroundings().account(),
            service -> service == ServiceId.STS ? endpoint() : detour);
    return new SdkClients(
        ProviderConfig.of(config),
        Map.of(),
        "plinth/test",
        new ServiceFlows(moto.time()),
        CallWatch.NONE);
  }

  private static PropertyMap config(String account, Function<ServiceId, URI> where) {
    PropertyMap.Builder endpoints = PropertyMap.builder();
    for (ServiceId service : ServiceId.values()) {
      endpoints.put(service.endpointKey(), where.apply(service).toString());
    }
    return PropertyMap.builder()
        .put("region", REGION)
        .put("accessKey", "AKIAIOSFODNN7EXAMPLE")
        .put("secretKey", "unchecked")
        .put("assumeRole", PropertyMap.builder().put("roleArn", deployer(account)).build())
        .put("endpoints", PropertyValue.of(List.of(PropertyValue.of(endpoints.build()))))
        // A proxy of the environment must not come between: this one is never used.
        .put("httpProxy", where.apply(ServiceId.STS).toString())
        .put("noProxy", where.apply(ServiceId.STS).getHost())
        .build();
  }

  private static String deployer(String account) {
    return "arn:aws:iam::" + account + ":role/deployer";
  }
}
