/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.programs.awslambda.Problem;
import dev.plinth.programs.awslambda.StackInputReader;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackStackInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples and samples, as the program takes them. */
class EverythingTest {
  private static final String FOLDER = "examples/compute-stack/";

  @Test
  void the_example_with_every_option_uses_these_types() throws IOException {
    assertThat(MockedStack.deploy(ComputeStackModule.of(MockedStack.input(example()))).types())
        .containsExactly(
            "Alias",
            "Api",
            "Authorizer",
            "BucketNotification",
            "BucketObjectv2",
            "Dashboard",
            "EventBus",
            "EventRule",
            "EventSourceMapping",
            "EventTarget",
            "Function",
            "FunctionEventInvokeConfig",
            "FunctionUrl",
            "Integration",
            "LayerVersion",
            "LogGroup",
            "LogMetricFilter",
            "MetricAlarm",
            "Permission",
            "Policy",
            "ProvisionedConcurrencyConfig",
            "Queue",
            "QueuePolicy",
            "RedriveAllowPolicy",
            "RedrivePolicy",
            "Role",
            "RolePolicy",
            "Route",
            "Schedule",
            "ScheduleGroup",
            "Stage",
            "StateMachine",
            "Target",
            "Topic",
            "TopicPolicy",
            "TopicSubscription",
            "aws");
  }

  @Test
  void every_resource_has_a_place_in_the_manifest() throws IOException {
    AwsComputeStack manifest = example();
    ComputeStackOrigins origins = new ComputeStackOrigins(manifest);

    assertThat(MockedStack.deploy(ComputeStackModule.of(MockedStack.input(manifest))).resources())
        .filteredOn(resource -> !resource.type().equals("aws"))
        .filteredOn(resource -> !resource.type().equals("BucketObjectv2"))
        .allSatisfy(
            resource ->
                assertThat(origins.of(resource.token(), resource.name(), ""))
                    .as(resource.token() + " " + resource.name())
                    .isPresent());
    assertThat(origins.of("aws:lambda/function:Function", "api_processor", "memorySize"))
        .contains("spec.functions.api_processor.memory_mb");
    assertThat(origins.of("aws:sqs/queue:Queue", "audit", "messageRetentionSeconds"))
        .contains("spec.queues.further[0].retention_seconds");
    assertThat(origins.of("aws:cloudwatch/eventRule:EventRule", "order_placed", "eventPattern"))
        .contains("spec.events.rules[0]");
    assertThat(
            origins.of(
                "aws:cloudwatch/eventTarget:EventTarget", "order_placed-topic", "deadLetterConfig"))
        .contains("spec.events.rules[0].targets[2]");
    assertThat(origins.of("aws:apigatewayv2/route:Route", "api-GET/audit/{}", "authorizationType"))
        .contains("spec.further_functions[0].routes[0].authorization");
    assertThat(origins.of("aws:apigatewayv2/route:Route", "api-ANY/{+}", "routeKey"))
        .contains("spec.http_api");
    assertThat(origins.of("aws:apigatewayv2/integration:Integration", "auditor", ""))
        .contains("spec.further_functions[0]");
  }

  @Test
  void references_that_are_left_and_two_regions_are_refused() throws IOException {
    AwsComputeStack.Builder manifest = example().toBuilder();
    manifest
        .getSpecBuilder()
        .getStorageBuilder()
        .getUploadBucketBuilder()
        .getValueFromBuilder()
        .setName("uploads");
    AwsComputeStackStackInput.Builder input = MockedStack.input(manifest.build()).toBuilder();
    input.getProviderConfigBuilder().setRegion("us-east-1");

    assertThat(ComputeStackModule.problemsOf(input.build()))
        .extracting(Problem::path)
        .containsExactly("spec.storage.upload_bucket", "spec.region");
  }

  @Test
  void the_sample_stack_input_can_be_deployed() {
    List<String> warnings = new ArrayList<>();
    AwsComputeStackStackInput input =
        new StackInputReader<>(
                Optional.empty(),
                Map.of("STACK_INPUT_YAML_FILE", "hack/stack-input.yaml"),
                new dev.plinth.api.validation.ManifestValidator(LocalDate.of(2026, 11, 23)),
                AwsComputeStackStackInput.getDefaultInstance(),
                ComputeStackModule::problemsOf)
            .read(warnings::add);

    assertThat(warnings).isEmpty();
    assertThat(input.getTarget().getSpec().getProjectName()).isEqualTo("shop");
  }

  @Test
  void the_project_file_names_the_jar_that_the_build_makes() throws Exception {
    assertThat(Files.readString(Path.of("Pulumi.yaml")))
        .contains("binary: target/computestack.jar");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<finalName>computestack</finalName>");
  }

  static AwsComputeStack example() throws IOException {
    return new ManifestLoader()
        .loadText("everything.yaml", text())
        .of(ManifestKinds.AWS_COMPUTE_STACK)
        .get(0)
        .message();
  }

  /** The example, as a command would read it that runs in the folder of the examples. */
  static String text() throws IOException {
    Path folder = Path.of("../..", FOLDER);
    return Files.readString(folder.resolve("everything.yaml")).replace(FOLDER, folder + "/");
  }
}
