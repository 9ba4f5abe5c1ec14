/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.NamedResource;
import dev.plinth.api.computestack.ResourceSort;
import dev.plinth.api.computestack.StackResources;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules on names take for the names of resources is what the program registers. */
class ResourceNamesTest {
  private static final Map<ResourceSort, String> TYPES =
      Map.ofEntries(
          Map.entry(ResourceSort.FUNCTION, "Function"),
          Map.entry(ResourceSort.ROLE, "Role"),
          Map.entry(ResourceSort.QUEUE, "Queue"),
          Map.entry(ResourceSort.RULE, "EventRule"),
          Map.entry(ResourceSort.SCHEDULE, "Schedule"),
          Map.entry(ResourceSort.STATE_MACHINE, "StateMachine"),
          Map.entry(ResourceSort.ALARM, "MetricAlarm"),
          Map.entry(ResourceSort.METRIC_FILTER, "LogMetricFilter"),
          Map.entry(ResourceSort.LOG_GROUP, "LogGroup"),
          Map.entry(ResourceSort.PERMISSION, "Permission"),
          Map.entry(ResourceSort.MAPPING, "EventSourceMapping"),
          Map.entry(ResourceSort.SUBSCRIPTION, "TopicSubscription"),
          Map.entry(ResourceSort.CODE_OBJECT, "BucketObjectv2"));

  @ParameterizedTest
  @MethodSource("manifests")
  void are_those_that_the_program_registers(AwsComputeStack manifest) {
    MockedStack deployed = MockedStack.deploy(ComputeStackModule.of(MockedStack.input(manifest)));
    List<NamedResource> foreseen = StackResources.of(ComputeStack.of(manifest));

    assertThat(TYPES).containsOnlyKeys(ResourceSort.values());
    TYPES.forEach(
        (sort, type) ->
            assertThat(
                    foreseen.stream()
                        .filter(resource -> resource.sort() == sort)
                        .map(NamedResource::logicalName))
                .as(type)
                .containsExactlyInAnyOrderElementsOf(deployed.names(type)));
    assertThat(foreseen)
        .filteredOn(resource -> !resource.name().isEmpty())
        .allSatisfy(
            resource ->
                assertThat(
                        deployed.text(
                            TYPES.getOrDefault(resource.sort(), ""),
                            resource.logicalName(),
                            "name"))
                    .isEqualTo(resource.name()));
  }

  static List<Named<AwsComputeStack>> manifests() throws IOException {
    return List.of(
        Named.of("the smallest", MockedStack.manifest("dev")),
        Named.of("production", MockedStack.manifest("prod")),
        Named.of("without alarms", MockedStack.manifest("dev", "alarms: {enabled: false}")),
        Named.of(
            "a public URL",
            MockedStack.manifest("dev", "functions: {api_processor: {url: {auth_type: NONE}}}")),
        Named.of(
            "routes, and no API processor",
            MockedStack.manifest(
                "prod",
                "functions:",
                "  api_processor: {enabled: false}",
                "  notification_handler: {routes: [{path: /a}, {path: /b, method: PUT}]}")),
        Named.of("every option", EverythingTest.example()));
  }
}
