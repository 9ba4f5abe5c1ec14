/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The account's VPCs. A subnet or security group that was not declared with a VPC is in the
 * account's default one; every VPC has a security group named {@code default}.
 */
public final class Network {
  private static final int DIGITS = 17;

  private final AccountContext account;
  private final Catalogue catalogue;

  public Network(AccountContext account, Catalogue catalogue) {
    this.account = account;
    this.catalogue = catalogue;
  }

  public String defaultVpc() {
    return "vpc-" + digits(account.accountId() + "/" + account.region());
  }

  public String vpcOfSubnet(String subnet) {
    return vpc(catalogue.find(ResourceKind.SUBNET, subnet));
  }

  public String vpcOfSecurityGroup(String group) {
    return vpcs().stream()
        .filter(vpc -> defaultSecurityGroup(vpc).equals(group))
        .findFirst()
        .orElseGet(() -> vpc(catalogue.find(ResourceKind.SECURITY_GROUP, group)));
  }

  /** Every VPC that was declared or that something is in, and the default one. */
  public Set<String> vpcs() {
    Set<String> vpcs = new TreeSet<>();
    vpcs.add(defaultVpc());
    catalogue.all(ResourceKind.VPC).forEach(each -> vpcs.add(each.id()));
    catalogue.all(ResourceKind.SUBNET).forEach(each -> vpcs.add(vpc(Optional.of(each))));
    catalogue.all(ResourceKind.SECURITY_GROUP).forEach(each -> vpcs.add(vpc(Optional.of(each))));
    return vpcs;
  }

  /** The id of the security group named {@code default}. */
  public String defaultSecurityGroup(String vpc) {
    return "sg-" + digits(vpc);
  }

  public boolean isDefaultSecurityGroup(String group) {
    return vpcs().stream().anyMatch(vpc -> defaultSecurityGroup(vpc).equals(group));
  }

  public List<KnownResource> subnets() {
    return catalogue.all(ResourceKind.SUBNET);
  }

  public List<KnownResource> securityGroups() {
    return catalogue.all(ResourceKind.SECURITY_GROUP);
  }

  /** Like {@link Catalogue#require} for a subnet. */
  public void requireSubnet(
      String subnet, String call, Supplier<? extends RuntimeException> missing) {
    catalogue.require(ResourceKind.SUBNET, subnet, call, missing);
  }

  /**
   * Like {@link Catalogue#require} for a security group, of which the default ones always exist.
   */
  public void requireSecurityGroup(
      String group, String call, Supplier<? extends RuntimeException> missing) {
    if (!isDefaultSecurityGroup(group)) {
      catalogue.require(ResourceKind.SECURITY_GROUP, group, call, missing);
    }
  }

  private String vpc(Optional<KnownResource> resource) {
    return resource
        .flatMap(each -> Optional.ofNullable(each.attributes().get(KnownResource.VPC)))
        .orElseGet(this::defaultVpc);
  }

  private static String digits(String of) {
    return Sha256.hex(Sha256.of(of)).substring(0, DIGITS);
  }
}
