/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static dev.plinth.programs.awslambda.StackInputs.literal;
import static dev.plinth.programs.awslambda.StackInputs.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import dev.plinth.proto.cloudresourcekind.CloudResourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsLambdaModuleTest {
  @Test
  void exports_exactly_the_five_outputs() {
    MockedStack stack =
        MockedStack.deploy(
            AwsLambdaModule.of(
                StackInputs.s3(
                    spec -> spec.setFunctionName("orders-prod").addLayerArns(literal("layer:1")))));

    assertThat(stack.exports())
        .hasSize(5)
        .containsEntry("function_arn", "arn:of:orders")
        .containsEntry("function_name", "orders-prod")
        .containsEntry("log_group_name", "/aws/lambda/orders-prod")
        .containsEntry("role_arn", StackInputs.ROLE)
        .containsEntry("layer_arns", List.of("layer:1"));
  }

  @Test
  void exports_an_empty_list_when_there_are_no_layers() {
    assertThat(MockedStack.deploy(AwsLambdaModule.of(StackInputs.s3())).exports())
        .containsEntry("layer_arns", List.of());
  }

  @Test
  void can_be_deployed_more_than_once() {
    AwsLambdaModule module = AwsLambdaModule.of(StackInputs.s3());

    assertThat(MockedStack.deploy(module).exports())
        .isEqualTo(MockedStack.deploy(module).exports());
  }

  @Test
  void refuses_unresolved_references_and_names_each_of_them() {
    AwsLambdaStackInput input =
        StackInputs.s3(
            spec ->
                spec.setRoleArn(
                        reference(
                            CloudResourceKind.AwsIamRole, "orders-role", "status.outputs.role_arn"))
                    .addSubnets(literal("subnet-1"))
                    .addSubnets(reference(CloudResourceKind.AwsVpc, "main", ""))
                    .setKmsKeyArn(reference(CloudResourceKind.unspecified, "key", "status.x")));

    assertThat(problemsOf(input))
        .containsExactly(
            "orders: spec.role_arn is still a reference to the status.outputs.role_arn of AwsIamRole \"orders-role\"; resolve it before the program runs, or give the value itself.",
            "orders: spec.subnets[1] is still a reference to the default field of AwsVpc \"main\"; resolve it before the program runs, or give the value itself.",
            "orders: spec.kms_key_arn is still a reference to the status.x of resource \"key\"; resolve it before the program runs, or give the value itself.");
  }

  @Test
  void refuses_a_manifest_without_a_role() {
    assertThat(problemsOf(StackInputs.s3(spec -> spec.clearRoleArn())))
        .containsExactly("orders: spec.role_arn has no value; give it one.");
  }

  @Test
  void refuses_a_manifest_without_metadata() {
    AwsLambdaStackInput.Builder input = StackInputs.s3().toBuilder();
    input.getTargetBuilder().clearMetadata();

    assertThat(problemsOf(input.build()))
        .containsExactly("metadata.name has no value; give the manifest a name.");
  }

  @Test
  void refuses_a_stack_input_without_a_target() {
    assertThat(problemsOf(AwsLambdaStackInput.getDefaultInstance()))
        .containsExactly("target is absent from the stack input; put the manifest there.");
  }

  private static List<String> problemsOf(AwsLambdaStackInput input) {
    return catchThrowableOfType(InvalidStackInputException.class, () -> AwsLambdaModule.of(input))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
