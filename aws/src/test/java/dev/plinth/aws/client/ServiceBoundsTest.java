/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.aws.config.ServiceId;
import dev.plinth.aws.testing.DocumentedTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bounds are documented as they are. */
final class ServiceBoundsTest {
  @Test
  void the_document_has_the_bounds_of_every_service() {
    List<String> rows = Stream.of(ServiceId.values()).map(ServiceBoundsTest::row).toList();

    new DocumentedTable(
            "docs/performance.md",
            "| service | calls a second | counted apart | under way at once |")
        .mustBe(rows);
  }

  @Test
  void no_service_is_asked_for_more_than_a_connection_pool_gives() {
    assertThat(ServiceId.values())
        .allMatch(service -> ServiceBounds.of(service).inFlight() <= HttpClients.MAX_CONNECTIONS);
  }

  private static String row(ServiceId service) {
    ServiceBounds bounds = ServiceBounds.of(service);
    String apart =
        bounds.apart().entrySet().stream()
            .map(each -> each.getKey() + " " + used(each.getValue()))
            .collect(Collectors.joining(", "));
    return "| %s | %s | %s | %d |"
        .formatted(service.endpointKey(), used(bounds.perSecond()), apart, bounds.inFlight());
  }

  /** What is used of a rate. */
  private static String used(double documented) {
    double used = documented * ServiceBounds.SHARE;
    return used == Math.rint(used) ? Long.toString(Math.round(used)) : Double.toString(used);
  }
}
