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
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.VpcConfig;

/**
 * Takes a function out of its security groups before it is deleted, so that the groups can go
 * before AWS reaps the function's network interfaces, and tells what is left of these.
 */
final class VpcTeardown {
  /** How Lambda describes the interfaces that it makes. */
  private static final String INTERFACES_OF_LAMBDA = "AWS Lambda VPC ENI*";

  private static final String LATER =
      "Nothing has to be done. Where a group or subnet cannot be deleted meanwhile, run the same"
          + " command again later.";

  private final AwsClients clients;
  private final Operation operation;
  private final String name;
  private final Prior prior;
  private final PropertyMap vpc;

  VpcTeardown(AwsClients clients, Operation operation, String name, Prior prior, PropertyMap vpc) {
    this.clients = clients;
    this.operation = operation;
    this.name = name;
    this.prior = prior;
    this.vpc = vpc;
  }

  /**
   * Swaps the groups. It is a courtesy to whoever deletes the groups: a function that cannot be
   * changed any more, for instance because its role is gone, is deleted all the same.
   */
  void swapSecurityGroups() {
    try {
      swapTo(replacements());
    } catch (AwsFailure failure) {
      if (failure.isNotFound()) {
        throw failure;
      }
      tellNotSwapped(failure);
    } catch (ProviderException failure) {
      if (operation.isCancelled()) {
        throw failure;
      }
      tellNotSwapped(failure);
    }
  }

  private void swapTo(List<String> groups) {
    UpdateFunctionConfigurationRequest request =
        UpdateFunctionConfigurationRequest.builder()
            .functionName(name)
            .vpcConfig(
                VpcConfig.builder()
                    .subnetIds(vpc.texts("subnetIds").orElse(List.of()))
                    .securityGroupIds(groups)
                    .build())
            .build();
    operation.call(
        "UpdateFunctionConfiguration",
        RetryRules.FUNCTION_BUSY,
        () -> clients.lambda().updateFunctionConfiguration(request));
    new FunctionWaits(clients.lambda()).untilUpdated(operation, name);
  }

  private void tellNotSwapped(ProviderException failure) {
    operation.tell(
        "The security groups "
            + named(groups())
            + " could not be taken off "
            + operation.resource()
            + " before it was deleted, so AWS keeps network interfaces in them for a while: "
            + failure.getMessage(),
        LATER);
  }

  /** Tells which interfaces are left in the function's own groups, where we may ask for them. */
  void tellWhatIsLeft() {
    List<String> groups = groups();
    DescribeNetworkInterfacesRequest request =
        DescribeNetworkInterfacesRequest.builder()
            .filters(
                Filter.builder().name("group-id").values(groups).build(),
                filter("description", INTERFACES_OF_LAMBDA))
            .build();
    List<String> left;
    try {
      left =
          operation
              .call(
                  "DescribeNetworkInterfaces",
                  () -> clients.ec2().describeNetworkInterfaces(request))
              .networkInterfaces()
              .stream()
              .map(NetworkInterface::networkInterfaceId)
              .sorted()
              .toList();
    } catch (AwsFailure failure) {
      return; // the function is gone, and the report was not worth a permission of its own
    }
    if (!left.isEmpty()) {
      operation.tell(
          "AWS Lambda still has network interfaces in the security groups "
              + named(groups)
              + ": "
              + named(left)
              + ". Unless another function uses them, AWS deletes them within about 20 minutes;"
              + " until then the groups and the subnets cannot be deleted.",
          LATER);
    }
  }

  private List<String> groups() {
    return vpc.texts("securityGroupIds").orElse(List.of());
  }

  private List<String> replacements() {
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

  private static String named(List<String> ids) {
    return String.join(", ", ids);
  }
}
