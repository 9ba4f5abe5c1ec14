/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.VpcConfig;

/** Deletes one function, after its security groups were swapped where the program asks for that. */
final class FunctionDelete {
  private final AwsClients clients;
  private final Operation operation;
  private final String name;
  private final Prior prior;

  FunctionDelete(AwsClients clients, Operation operation, String name, Prior prior) {
    this.clients = clients;
    this.operation = operation;
    this.name = name;
    this.prior = prior;
  }

  void run() {
    if (prior.saidTrue("skipDestroy")) {
      return;
    }
    try {
      if (prior.saidTrue("replaceSecurityGroupsOnDestroy")) {
        swapSecurityGroups();
      }
      DeleteFunctionRequest request = DeleteFunctionRequest.builder().functionName(name).build();
      operation.call(
          "DeleteFunction", RetryRules.FUNCTION_DELETE, () -> lambda().deleteFunction(request));
      new FunctionWaits(lambda()).untilGone(operation, name);
    } catch (AwsFailure failure) {
      if (!failure.isNotFound()) {
        throw failure;
      }
    }
  }

  /** So that the function's own groups can be deleted before AWS reaps its network interfaces. */
  private void swapSecurityGroups() {
    Optional<PropertyMap> vpc = prior.outputs().object("vpcConfig");
    if (vpc.isEmpty()) {
      return;
    }
    UpdateFunctionConfigurationRequest request =
        UpdateFunctionConfigurationRequest.builder()
            .functionName(name)
            .vpcConfig(
                VpcConfig.builder()
                    .subnetIds(vpc.get().texts("subnetIds").orElse(List.of()))
                    .securityGroupIds(replacements(vpc.get()))
                    .build())
            .build();
    operation.call(
        "UpdateFunctionConfiguration",
        RetryRules.FUNCTION_CONFIGURATION,
        () -> lambda().updateFunctionConfiguration(request));
    new FunctionWaits(lambda()).untilUpdated(operation, name);
  }

  private List<String> replacements(PropertyMap vpc) {
    return prior
        .inputs()
        .texts("replacementSecurityGroupIds")
        .filter(groups -> !groups.isEmpty())
        .orElseGet(() -> List.of(defaultGroup(vpc.text("vpcId").orElseThrow())));
  }

  private String defaultGroup(String vpcId) {
    DescribeSecurityGroupsRequest request =
        DescribeSecurityGroupsRequest.builder()
            .filters(filter("vpc-id", vpcId), filter("group-name", "default"))
            .build();
    return operation
        .call("DescribeSecurityGroups", () -> clients.ec2().describeSecurityGroups(request))
        .securityGroups()
        .stream()
        .map(SecurityGroup::groupId)
        .findFirst()
        .orElseThrow(
            () ->
                new ProviderException(
                    "VPC " + vpcId + " has no default security group to swap in.",
                    "Set replacementSecurityGroupIds.",
                    null));
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }

  private LambdaClient lambda() {
    return clients.lambda();
  }
}
