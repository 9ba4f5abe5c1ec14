/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.ec2;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.catalogue.KnownResource;
import dev.plinth.local.catalogue.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * EC2 as the local account has it. An operation that is not overridden here is not implemented, and
 * throws {@link UnsupportedOperationException} as the SDK's interface has it. Answers come in one
 * page.
 */
public final class LocalEc2Client implements Ec2Client {
  private static final String VPC_ID = "vpc-id";
  private static final String SUBNET_ID = "subnet-id";
  private static final String GROUP_ID = "group-id";
  private static final String GROUP_NAME = "group-name";
  private static final String DEFAULT = "default";

  private final AccountContext account;
  private final Network network;

  public LocalEc2Client(AccountContext account, Network network) {
    this.account = account;
    this.network = network;
  }

  @Override
  public DescribeSubnetsResponse describeSubnets(DescribeSubnetsRequest request) {
    Filters filters = new Filters(request.filters(), Set.of(VPC_ID, SUBNET_ID));
    Set<String> ids = new TreeSet<>(request.subnetIds());
    for (String id : ids) {
      network.requireSubnet(
          id,
          "ec2:DescribeSubnets",
          () -> Ec2Fault.notFound("InvalidSubnetID.NotFound", "subnet ID", id));
    }
    if (ids.isEmpty()) {
      network.subnets().stream().map(KnownResource::id).forEach(ids::add);
    }
    List<Subnet> subnets = new ArrayList<>();
    for (String id : ids) {
      String vpc = network.vpcOfSubnet(id);
      if (filters.match(Map.of(SUBNET_ID, id, VPC_ID, vpc))) {
        subnets.add(
            Subnet.builder()
                .subnetId(id)
                .vpcId(vpc)
                .ownerId(account.accountId())
                .subnetArn(account.arn("ec2", "subnet/" + id))
                .state("available")
                .build());
      }
    }
    return DescribeSubnetsResponse.builder().subnets(subnets).build();
  }

  @Override
  public DescribeSecurityGroupsResponse describeSecurityGroups(
      DescribeSecurityGroupsRequest request) {
    Filters filters = new Filters(request.filters(), Set.of(VPC_ID, GROUP_ID, GROUP_NAME));
    Set<String> ids = new TreeSet<>(request.groupIds());
    for (String id : ids) {
      network.requireSecurityGroup(
          id,
          "ec2:DescribeSecurityGroups",
          () -> Ec2Fault.notFound("InvalidGroup.NotFound", "security group", id));
    }
    if (ids.isEmpty()) {
      network.securityGroups().stream().map(KnownResource::id).forEach(ids::add);
      network.vpcs().stream().map(network::defaultSecurityGroup).forEach(ids::add);
    }
    Set<String> names = Set.copyOf(request.groupNames());
    List<SecurityGroup> groups = new ArrayList<>();
    for (String id : ids) {
      SecurityGroup group = securityGroup(id);
      boolean named = names.isEmpty() || names.contains(group.groupName());
      if (named
          && filters.match(
              Map.of(GROUP_ID, id, GROUP_NAME, group.groupName(), VPC_ID, group.vpcId()))) {
        groups.add(group);
      }
    }
    return DescribeSecurityGroupsResponse.builder().securityGroups(groups).build();
  }

  /** Nothing in the account has a network interface: its functions reach no network. */
  @Override
  public DescribeNetworkInterfacesResponse describeNetworkInterfaces(
      DescribeNetworkInterfacesRequest request) {
    new Filters(request.filters(), Set.of(GROUP_ID, SUBNET_ID, VPC_ID, "description"));
    for (String id : request.networkInterfaceIds()) {
      throw Ec2Fault.notFound("InvalidNetworkInterfaceID.NotFound", "networkInterface ID", id);
    }
    return DescribeNetworkInterfacesResponse.builder().networkInterfaces(List.of()).build();
  }

  @Override
  public DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
    Filters filters = new Filters(request.filters(), Set.of(VPC_ID, "is-default", "isDefault"));
    Set<String> known = network.vpcs();
    for (String id : request.vpcIds()) {
      if (!known.contains(id)) {
        throw Ec2Fault.notFound("InvalidVpcID.NotFound", "vpc ID", id);
      }
    }
    List<Vpc> vpcs = new ArrayList<>();
    for (String id : request.vpcIds().isEmpty() ? known : new TreeSet<>(request.vpcIds())) {
      boolean isDefault = id.equals(network.defaultVpc());
      String flag = Boolean.toString(isDefault);
      if (filters.match(Map.of(VPC_ID, id, "is-default", flag, "isDefault", flag))) {
        vpcs.add(
            Vpc.builder()
                .vpcId(id)
                .ownerId(account.accountId())
                .isDefault(isDefault)
                .state("available")
                .build());
      }
    }
    return DescribeVpcsResponse.builder().vpcs(vpcs).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}

  private SecurityGroup securityGroup(String id) {
    return SecurityGroup.builder()
        .groupId(id)
        .groupName(network.isDefaultSecurityGroup(id) ? DEFAULT : id)
        .vpcId(network.vpcOfSecurityGroup(id))
        .ownerId(account.accountId())
        .securityGroupArn(account.arn("ec2", "security-group/" + id))
        .build();
  }
}
