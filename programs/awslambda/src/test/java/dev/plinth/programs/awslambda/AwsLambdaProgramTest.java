/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsLambdaProgramTest {
  @Test
  void exports_the_five_outputs_at_the_top_for_one_manifest() {
    assertThat(MockedStack.deploy(AwsLambdaProgram.of(List.of(StackInputs.s3()))).exports())
        .containsOnlyKeys(
            "function_arn", "function_name", "log_group_name", "role_arn", "layer_arns");
  }

  @Test
  void exports_one_object_for_each_of_several_manifests() {
    MockedStack stack =
        MockedStack.deploy(
            AwsLambdaProgram.of(
                List.of(
                    StackInputs.s3("orders", spec -> spec.setFunctionName("orders-prod")),
                    StackInputs.s3("payments", spec -> {}))));

    assertThat(stack.exports()).containsOnlyKeys("orders", "payments");
    assertThat(stack.exports().get("orders"))
        .isEqualTo(
            Map.of(
                "function_arn", "arn:of:orders",
                "function_name", "orders-prod",
                "log_group_name", "/aws/lambda/orders-prod",
                "role_arn", StackInputs.ROLE,
                "layer_arns", List.of()));
  }

  @Test
  void gives_every_function_its_own_log_group() {
    MockedStack stack =
        MockedStack.deploy(
            AwsLambdaProgram.of(
                List.of(StackInputs.s3("orders", s -> {}), StackInputs.s3("payments", s -> {}))));

    assertThat(stack.all(MockedStack.FUNCTION))
        .extracting(MockedStack.Registered::name)
        .containsExactlyInAnyOrder("orders", "payments");
    assertThat(stack.all(MockedStack.LOG_GROUP))
        .extracting(group -> group.inputs().get("name"))
        .containsExactlyInAnyOrder("/aws/lambda/orders", "/aws/lambda/payments");
  }

  @Test
  void shares_a_provider_among_manifests_with_the_same_configuration() {
    MockedStack stack =
        MockedStack.deploy(
            AwsLambdaProgram.of(
                List.of(
                    inRegion("orders", "eu-west-1"),
                    inRegion("payments", "eu-west-1"),
                    inRegion("search", "us-east-1"))));

    assertThat(stack.all(MockedStack.PROVIDER))
        .extracting(MockedStack.Registered::name)
        .containsExactlyInAnyOrder("aws-eu-west-1", "aws-us-east-1");
  }

  @Test
  void refuses_two_manifests_of_one_name() {
    assertThat(problemsOf(StackInputs.s3(), StackInputs.s3()))
        .containsExactly(
            "orders: metadata.name is that of another manifest of the stack too; give each its own.");
  }

  @Test
  void refuses_two_functions_of_one_name_in_one_region() {
    assertThat(
            problemsOf(
                StackInputs.s3(),
                StackInputs.s3("payments", spec -> spec.setFunctionName("orders"))))
        .containsExactly(
            "payments: spec.function_name makes orders, which is also the function of orders; give each its own.");
  }

  @Test
  void admits_two_functions_of_one_name_in_two_regions() {
    AwsLambdaProgram program =
        AwsLambdaProgram.of(
            List.of(
                StackInputs.withProvider(
                    StackInputs.s3("here", spec -> spec.setFunctionName("orders")),
                    config -> config.setRegion("eu-west-1")),
                StackInputs.withProvider(
                    StackInputs.s3("there", spec -> spec.setFunctionName("orders")),
                    config -> config.setRegion("us-east-1"))));

    assertThat(MockedStack.deploy(program).all(MockedStack.FUNCTION)).hasSize(2);
  }

  @Test
  void refuses_two_configurations_for_one_region_without_showing_them() {
    List<String> problems =
        problemsOf(
            StackInputs.withProvider(
                inRegion("orders", "eu-west-1"), config -> config.setSecretAccessKey("hush-1")),
            StackInputs.withProvider(
                inRegion("payments", "eu-west-1"), config -> config.setSecretAccessKey("hush-2")));

    assertThat(problems)
        .containsExactly(
            "payments: provider_config differs from that of orders for the same region; deploy them as two stacks.");
  }

  @Test
  void reports_the_problems_of_all_manifests_at_once() {
    assertThat(
            problemsOf(
                StackInputs.s3("orders", spec -> spec.clearRoleArn()),
                AwsLambdaStackInput.getDefaultInstance(),
                StackInputs.s3("orders", spec -> {})))
        .hasSize(3);
  }

  @Test
  void is_not_made_of_nothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> AwsLambdaProgram.of(List.of()));
  }

  private static AwsLambdaStackInput inRegion(String name, String region) {
    return StackInputs.withProvider(
        StackInputs.s3(name, spec -> {}), config -> config.setRegion(region));
  }

  private static List<String> problemsOf(AwsLambdaStackInput... inputs) {
    return catchThrowableOfType(
            InvalidStackInputException.class, () -> AwsLambdaProgram.of(List.of(inputs)))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
