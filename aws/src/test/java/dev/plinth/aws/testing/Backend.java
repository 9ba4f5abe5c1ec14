/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import dev.plinth.aws.client.AwsClients;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An AWS to test against, with the calls that reach it.
 *
 * @param name for the test report
 * @param behind the same AWS past the record of calls, to look and to meddle
 * @param surroundings what it has before the test begins
 */
public record Backend(
    String name, AwsClients behind, Calls calls, FakeTime time, Surroundings surroundings)
    implements AwsClients {

  @Override
  public String region() {
    return behind.region();
  }

  @Override
  public LambdaClient lambda() {
    return calls.around(LambdaClient.class, behind.lambda());
  }

  @Override
  public CloudWatchLogsClient logs() {
    return calls.around(CloudWatchLogsClient.class, behind.logs());
  }

  @Override
  public StsClient sts() {
    return calls.around(StsClient.class, behind.sts());
  }

  @Override
  public Ec2Client ec2() {
    return calls.around(Ec2Client.class, behind.ec2());
  }

  @Override
  public void close() {
    behind.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
