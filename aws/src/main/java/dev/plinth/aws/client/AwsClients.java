/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * AWS in one region, seen by one caller. Clients are made when they are first asked for and may be
 * used from many threads.
 */
public interface AwsClients extends AutoCloseable {
  /** The region's id, such as {@code eu-central-1}. */
  String region();

  LambdaClient lambda();

  CloudWatchLogsClient logs();

  StsClient sts();

  Ec2Client ec2();

  @Override
  default void close() {}
}
