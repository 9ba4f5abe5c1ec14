/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.Network;
import dev.plinth.local.catalogue.ResourceKind;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.model.FileSystemConfig;

/** Checks that what settings refer to exists, with what Lambda says when it does not. */
final class SettingsReferences {
  private final AccountContext account;
  private final Catalogue catalogue;
  private final Network network;

  SettingsReferences(AccountContext account, Catalogue catalogue, Network network) {
    this.account = account;
    this.catalogue = catalogue;
    this.network = network;
  }

  /**
   * @param call for example {@code lambda:CreateFunction}
   */
  void check(Settings settings, String call) {
    if (settings.role() != null) {
      require(
          ResourceKind.ROLE,
          settings.role(),
          call,
          "The role defined for the function cannot be assumed by Lambda.");
    }
    checkNetwork(settings, call);
    checkKey(Optional.ofNullable(settings.kmsKeyArn()), call);
    Optional.ofNullable(settings.layers())
        .ifPresent(layers -> layers.forEach(layer -> checkLayer(layer, call)));
    Optional.ofNullable(settings.fileSystems())
        .ifPresent(all -> all.forEach(fileSystem -> checkFileSystem(fileSystem, call)));
    Optional.ofNullable(settings.deadLetterTarget())
        .filter(target -> !target.isEmpty())
        .ifPresent(target -> checkDeadLetterTarget(target, call));
  }

  private void checkKey(Optional<String> key, String call) {
    key.filter(arn -> !arn.isEmpty())
        .ifPresent(
            arn ->
                require(
                    ResourceKind.KMS_KEY,
                    arn,
                    call,
                    "Lambda was unable to configure access to your environment variables because the"
                        + " KMS key is invalid for CreateGrant. Please check your KMS key settings."
                        + " KMS Exception: NotFoundException KMS Message: Key '"
                        + arn
                        + "' does not exist"));
  }

  void checkCodeSigningConfig(String arn, String call) {
    catalogue.require(
        ResourceKind.CODE_SIGNING_CONFIG,
        arn,
        call,
        () -> LambdaFault.codeSigningConfigNotFound(arn));
  }

  /** The VPC that a subnet is in. */
  String vpcOf(String subnet) {
    return network.vpcOfSubnet(subnet);
  }

  private void checkNetwork(Settings settings, String call) {
    for (String subnet : settings.subnets()) {
      require(
          ResourceKind.SUBNET,
          subnet,
          call,
          "Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error"
              + " Message: The subnet ID '"
              + subnet
              + "' does not exist");
    }
    for (String group : settings.securityGroups()) {
      network.requireSecurityGroup(
          group,
          call,
          () ->
              LambdaFault.invalidParameter(
                  "Error occurred while DescribeSecurityGroups. EC2 Error Code:"
                      + " InvalidGroup.NotFound. EC2 Error Message: The security group '"
                      + group
                      + "' does not exist"));
    }
  }

  /** A layer of another account is one that may not be seen, whether it exists or not. */
  private void checkLayer(String arn, String call) {
    LayerVersionArn layer = LayerVersionArn.of(arn);
    boolean own = layer.accountId().map(account.accountId()::equals).orElse(true);
    Supplier<RuntimeException> missing =
        () ->
            own
                ? LambdaFault.invalidParameter("Layer version " + arn + " does not exist.")
                : LambdaFault.accessDenied(
                    "Not authorized to perform: lambda:GetLayerVersion on resource: "
                        + arn
                        + " because no resource-based policy allows the lambda:GetLayerVersion"
                        + " action");
    catalogue.require(ResourceKind.LAYER_VERSION, arn, call, missing);
  }

  private void checkFileSystem(FileSystemConfig fileSystem, String call) {
    String id = fileSystem.arn().substring(fileSystem.arn().lastIndexOf('/') + 1);
    require(
        ResourceKind.ACCESS_POINT,
        fileSystem.arn(),
        call,
        "Error occurred while DescribeAccessPoints. EFS Error Code: AccessPointNotFound. EFS Error"
            + " Message: Access point "
            + id
            + " does not exist.");
  }

  /** Lambda only asks whether the role may send, so a missing target reads like a missing right. */
  private void checkDeadLetterTarget(String target, String call) {
    String right = target.contains(":sqs:") ? "SendMessage on SQS" : "Publish on SNS";
    require(
        ResourceKind.DEAD_LETTER_TARGET,
        target,
        call,
        "The provided execution role does not have permissions to call " + right);
  }

  private void require(ResourceKind kind, String id, String call, String refusal) {
    catalogue.require(kind, id, call, () -> LambdaFault.invalidParameter(refusal));
  }
}
