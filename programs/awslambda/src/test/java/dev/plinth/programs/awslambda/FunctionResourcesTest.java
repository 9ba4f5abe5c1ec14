/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static dev.plinth.programs.awslambda.StackInputs.literal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.proto.awslambda.Architecture;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FunctionResourcesTest {
  @Test
  void sends_nothing_that_the_manifest_leaves_to_aws() {
    Map<String, Object> inputs = inputs(StackInputs.s3());

    assertThat(inputs)
        .containsOnlyKeys(
            "name",
            "role",
            "runtime",
            "handler",
            "s3Bucket",
            "s3Key",
            "s3ObjectVersion",
            "architectures",
            "loggingConfig",
            "tags");
  }

  @Test
  void takes_its_code_from_s3() {
    Map<String, Object> inputs = inputs(StackInputs.s3());

    assertThat(inputs)
        .containsEntry("s3Bucket", "code")
        .containsEntry("s3Key", "orders.zip")
        .containsEntry("runtime", "java21")
        .containsEntry("handler", "com.example.Orders::handle")
        .doesNotContainKeys("packageType", "imageUri");
  }

  @Test
  void pins_the_version_of_the_s3_object_when_one_is_given() {
    assertThat(s3(spec -> spec.getS3Builder().setObjectVersion("v7")))
        .containsEntry("s3ObjectVersion", "v7");
  }

  @Test
  void takes_its_code_from_an_image() {
    Map<String, Object> inputs = inputs(StackInputs.image(spec -> {}));

    assertThat(inputs)
        .containsEntry("packageType", "Image")
        .containsEntry("imageUri", StackInputs.IMAGE)
        .doesNotContainKeys("s3Bucket", "s3Key", "s3ObjectVersion");
  }

  @Test
  void sends_neither_runtime_nor_handler_for_an_image() {
    assertThat(inputs(StackInputs.image(spec -> spec.setRuntime("java21").setHandler("a.B"))))
        .doesNotContainKeys("runtime", "handler");
  }

  @Test
  void is_named_by_function_name() {
    MockedStack.Registered function = function(spec -> spec.setFunctionName("orders-prod"));

    assertThat(function.inputs()).containsEntry("name", "orders-prod");
  }

  @Test
  void is_named_by_metadata_name_when_there_is_no_function_name() {
    assertThat(inputs(StackInputs.s3())).containsEntry("name", "orders");
  }

  @Test
  void keeps_its_logical_name_when_function_name_changes() {
    assertThat(function(spec -> spec.setFunctionName("a")).name()).isEqualTo("orders");
    assertThat(function(spec -> spec.setFunctionName("b")).name()).isEqualTo("orders");
  }

  @Test
  void runs_as_the_role_of_the_manifest() {
    assertThat(inputs(StackInputs.s3())).containsEntry("role", StackInputs.ROLE);
  }

  @Test
  void has_the_description_when_there_is_one() {
    assertThat(s3(spec -> spec.setDescription("Takes orders")))
        .containsEntry("description", "Takes orders");
  }

  @Test
  void has_memory_and_timeout_when_they_are_set() {
    assertThat(s3(spec -> spec.setMemoryMb(512).setTimeoutSeconds(30)))
        .containsEntry("memorySize", 512.0)
        .containsEntry("timeout", 30.0);
  }

  @Test
  void runs_on_x86_64_when_no_architecture_is_given() {
    assertThat(inputs(StackInputs.s3())).containsEntry("architectures", List.of("x86_64"));
    assertThat(s3(spec -> spec.setArchitecture(Architecture.X86_64)))
        .containsEntry("architectures", List.of("x86_64"));
  }

  @Test
  void runs_on_arm64_when_asked_to() {
    assertThat(s3(spec -> spec.setArchitecture(Architecture.ARM64)))
        .containsEntry("architectures", List.of("arm64"));
    assertThat(inputs(StackInputs.image(spec -> spec.setArchitecture(Architecture.ARM64))))
        .containsEntry("architectures", List.of("arm64"));
  }

  @Test
  void has_the_environment_variables() {
    assertThat(s3(spec -> spec.putEnvironment("LEVEL", "info").putEnvironment("EMPTY", "")))
        .containsEntry("environment", Map.of("variables", Map.of("LEVEL", "info", "EMPTY", "")));
  }

  @Test
  void has_the_layers_in_the_order_of_the_manifest() {
    assertThat(
            s3(spec -> spec.addLayerArns(literal("layer:z:1")).addLayerArns(literal("layer:a:2"))))
        .containsEntry("layers", List.of("layer:z:1", "layer:a:2"));
  }

  @Test
  void is_in_a_vpc_when_subnets_and_groups_are_given() {
    assertThat(
            s3(
                spec ->
                    spec.addSubnets(literal("subnet-1"))
                        .addSubnets(literal("subnet-2"))
                        .addSecurityGroups(literal("sg-1"))))
        .containsEntry(
            "vpcConfig",
            Map.of(
                "subnetIds", List.of("subnet-1", "subnet-2"), "securityGroupIds", List.of("sg-1")));
  }

  @Test
  void leaves_its_security_groups_before_it_is_deleted() {
    assertThat(s3(spec -> spec.addSubnets(literal("subnet-1")).addSecurityGroups(literal("sg-1"))))
        .containsEntry("replaceSecurityGroupsOnDestroy", true);
  }

  @Test
  void sends_a_vpc_with_one_half_only_rather_than_dropping_it() {
    assertThat(s3(spec -> spec.addSecurityGroups(literal("sg-1"))))
        .containsEntry(
            "vpcConfig", Map.of("subnetIds", List.of(), "securityGroupIds", List.of("sg-1")));
  }

  @Test
  void has_its_environment_encrypted_with_the_key_when_one_is_given() {
    assertThat(s3(spec -> spec.setKmsKeyArn(literal("arn:aws:kms:eu-west-1:123456789012:key/k"))))
        .containsEntry("kmsKeyArn", "arn:aws:kms:eu-west-1:123456789012:key/k");
  }

  @Test
  void draws_on_the_unreserved_pool_when_reserved_concurrency_is_absent_or_minus_one() {
    assertThat(inputs(StackInputs.s3())).doesNotContainKey("reservedConcurrentExecutions");
    assertThat(s3(spec -> spec.setReservedConcurrency(-1)))
        .doesNotContainKey("reservedConcurrentExecutions");
  }

  @Test
  void refuses_every_invocation_when_reserved_concurrency_is_zero() {
    assertThat(s3(spec -> spec.setReservedConcurrency(0)))
        .containsEntry("reservedConcurrentExecutions", 0.0);
  }

  @Test
  void reserves_a_positive_concurrency() {
    assertThat(s3(spec -> spec.setReservedConcurrency(5)))
        .containsEntry("reservedConcurrentExecutions", 5.0);
  }

  @Test
  void logs_to_the_log_group_of_the_stack() {
    MockedStack stack =
        MockedStack.deploy(
            AwsLambdaModule.of(StackInputs.s3(spec -> spec.setFunctionName("orders-prod"))));

    assertThat(stack.function().inputs())
        .containsEntry(
            "loggingConfig",
            Map.of("logFormat", "Text", "logGroup", stack.logGroup().inputs().get("name")));
  }

  private static Map<String, Object> s3(Consumer<AwsLambdaSpec.Builder> change) {
    return function(change).inputs();
  }

  private static MockedStack.Registered function(Consumer<AwsLambdaSpec.Builder> change) {
    return MockedStack.deploy(AwsLambdaModule.of(StackInputs.s3(change))).function();
  }

  private static Map<String, Object> inputs(AwsLambdaStackInput input) {
    return MockedStack.deploy(AwsLambdaModule.of(input)).function().inputs();
  }
}
