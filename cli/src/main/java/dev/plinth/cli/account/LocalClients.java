/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.account;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.local.LocalAccount;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The local account's clients; it is opened when the first of them is asked for. */
final class LocalClients implements AwsClients {
  private final String region;
  private final Supplier<LocalAccount> account;

  LocalClients(String region, Supplier<LocalAccount> account) {
    this.region = region;
    this.account = account;
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public LambdaClient lambda() {
    return account.get().lambda();
  }

  @Override
  public CloudWatchLogsClient logs() {
    return account.get().logs();
  }

  @Override
  public StsClient sts() {
    return account.get().sts();
  }

  @Override
  public Ec2Client ec2() {
    return account.get().ec2();
  }
}
