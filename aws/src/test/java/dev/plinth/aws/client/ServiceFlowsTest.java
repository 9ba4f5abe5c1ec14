/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.config.ServiceId;
import dev.plinth.engine.value.PropertyMap;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which clients keep to one pace together. */
class ServiceFlowsTest {
  private static final Optional<URI> USUAL = Optional.empty();

  private final ServiceFlows flows = new ServiceFlows(Sleeper.SYSTEM);

  private static ProviderConfig config(String accessKey) {
    return ProviderConfig.of(
        PropertyMap.builder()
            .put("accessKey", accessKey)
            .put("secretKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
            .build());
  }

  private static final ProviderConfig ORDERS = config("AKIAIOSFODNN7EXAMPLE");
  private static final ProviderConfig OTHERS = config("AKIAI44QH8DHBEXAMPLE");

  @Test
  void clients_of_one_account_share_the_flow_of_a_service() {
    assertThat(flows.of(ServiceId.LAMBDA, "eu-west-1", USUAL, ORDERS))
        .isSameAs(flows.of(ServiceId.LAMBDA, "eu-west-1", USUAL, config("AKIAIOSFODNN7EXAMPLE")));
  }

  @Test
  void another_service_region_endpoint_or_account_is_paced_by_itself() {
    ServiceFlow lambda = flows.of(ServiceId.LAMBDA, "eu-west-1", USUAL, ORDERS);

    assertThat(lambda)
        .isNotSameAs(flows.of(ServiceId.LOGS, "eu-west-1", USUAL, ORDERS))
        .isNotSameAs(flows.of(ServiceId.LAMBDA, "eu-west-2", USUAL, ORDERS))
        .isNotSameAs(flows.of(ServiceId.LAMBDA, "eu-west-1", USUAL, OTHERS))
        .isNotSameAs(
            flows.of(
                ServiceId.LAMBDA, "eu-west-1", Optional.of(URI.create("http://moto")), ORDERS));
  }
}
