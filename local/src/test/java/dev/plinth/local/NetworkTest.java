/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.local.catalogue.ResourceKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

final class NetworkTest {
  @TempDir Path folder;

  @Test
  void aSubnetIsInTheVpcThatItsFunctionSees() {
    LocalAccount account = Accounts.open(folder);
    String vpc =
        account
            .lambda()
            .createFunction(
                orders().vpcConfig(v -> v.subnetIds("subnet-1").securityGroupIds("sg-1")).build())
            .vpcConfig()
            .vpcId();

    assertThat(account.ec2().describeSubnets(r -> r.subnetIds("subnet-1")).subnets())
        .extracting(Subnet::vpcId)
        .containsExactly(vpc);
    assertThat(account.ec2().describeVpcs().vpcs()).extracting(Vpc::vpcId).containsExactly(vpc);
  }

  @Test
  void everyVpcHasADefaultSecurityGroupThatFunctionsCanUse() {
    LocalAccount account = Accounts.furnished(folder);
    account.declare(ResourceKind.SUBNET, "subnet-1", Map.of("vpc", "vpc-42"));

    SecurityGroup group =
        account
            .ec2()
            .describeSecurityGroups(
                r -> r.filters(filter("vpc-id", "vpc-42"), filter("group-name", "default")))
            .securityGroups()
            .get(0);

    assertThat(group.vpcId()).isEqualTo("vpc-42");
    account
        .lambda()
        .createFunction(
            orders()
                .vpcConfig(v -> v.subnetIds("subnet-1").securityGroupIds(group.groupId()))
                .build());
    assertThat(account.assumptions()).isEmpty();
  }

  @Test
  void filtersTakePatternsAndSelect() {
    LocalAccount account = Accounts.strict(folder);
    account.declare(ResourceKind.SUBNET, "subnet-a1", Map.of("vpc", "vpc-1"));
    account.declare(ResourceKind.SUBNET, "subnet-a2", Map.of("vpc", "vpc-1"));
    account.declare(ResourceKind.SUBNET, "subnet-b1", Map.of("vpc", "vpc-2"));

    assertThat(
            account
                .ec2()
                .describeSubnets(r -> r.filters(filter("subnet-id", "*-a?", "subnet-none")))
                .subnets())
        .extracting(Subnet::subnetId)
        .containsExactly("subnet-a1", "subnet-a2");
    assertThatThrownBy(() -> account.ec2().describeSubnets(r -> r.filters(filter("colour", "red"))))
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("The filter 'colour' is invalid");
  }

  @Test
  void aStrictAccountMissesWhatIsNotDeclared() {
    LocalAccount account = Accounts.strict(folder);

    assertThatThrownBy(() -> account.ec2().describeSubnets(r -> r.subnetIds("subnet-1")))
        .isInstanceOfSatisfying(
            Ec2Exception.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidSubnetID.NotFound");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("The subnet ID 'subnet-1' does not exist");
            });
    assertThatThrownBy(() -> account.ec2().describeSecurityGroups(r -> r.groupIds("sg-1")))
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("The security group 'sg-1' does not exist");
    assertThatThrownBy(() -> account.ec2().describeVpcs(r -> r.vpcIds("vpc-1")))
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("'vpc-1' does not exist");
  }

  @Test
  void theCallerIsAUserOfTheAccount() {
    var identity =
        LocalAccount.open(
                folder, LocalAccountOptions.of("us-gov-west-1").withAccountId("000000000042"))
            .sts()
            .getCallerIdentity();

    assertThat(identity.account()).isEqualTo("000000000042");
    assertThat(identity.arn()).isEqualTo("arn:aws-us-gov:iam::000000000042:user/local");
  }

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }
}
