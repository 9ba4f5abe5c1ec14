/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.client.SdkClients;
import dev.plinth.aws.client.ServiceFlows;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.object.LeaseTime;
import dev.plinth.engine.state.object.ObjectBackend;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes backends for buckets, with the credentials that the provider would use. */
public final class S3Backend {
  /** How long a small request may take, before it is made again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private S3Backend() {}

  /**
   * The backend of a URL; makes no request.
   *
   * @param environment the process's environment, for credentials, region and endpoint
   * @throws StateException when it cannot work, for instance because no region is set
   */
  public static Backend of(S3Url url, Map<String, String> environment, String userAgent) {
    return of(url, environment, userAgent, Sleeper.SYSTEM, PATIENCE, LeaseTime.system());
  }

  static Backend of(
      S3Url url,
      Map<String, String> environment,
      String userAgent,
      Sleeper sleeper,
      Duration patience,
      LeaseTime time) {
    try {
      SdkClients clients =
          new SdkClients(
              ProviderConfig.of(config(url)), environment, userAgent, new ServiceFlows(sleeper));
      S3Requests requests = new S3Requests(url, clients, sleeper, patience);
      return new ObjectBackend(new S3Objects(url, requests), url.text(), time);
    } catch (ProviderException e) {
      throw new StateException(
          "the place of the state, " + url.text() + ", cannot be used: " + sentence(e.getMessage()),
          "add region=REGION to it, or set AWS_REGION",
          e);
    }
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private static PropertyMap config(S3Url url) {
    PropertyMap.Builder config = PropertyMap.builder();
    url.region().ifPresent(region -> config.put("region", region));
    url.profile().ifPresent(profile -> config.put("profile", profile));
    url.pathStyle().ifPresent(path -> config.put("s3UsePathStyle", PropertyValue.of(path)));
    url.endpoint()
        .ifPresent(
            endpoint ->
                config.put(
                    "endpoints",
                    PropertyValue.of(
                        List.of(
                            PropertyValue.of(
                                PropertyMap.of("s3", PropertyValue.of(endpoint.toString())))))));
    return config.build();
  }
}
