/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * AWS in one region, seen by one caller. Clients are made when they are first asked for and may be
 * used from many threads.
 */
public interface AwsClients extends AutoCloseable {
  /** The region's id, such as {@code eu-central-1}. */
  String region();

  /** The client of a service. */
  <C extends AwsClient> C of(AwsService<C> service);

  default LambdaClient lambda() {
    return of(AwsService.LAMBDA);
  }

  default CloudWatchLogsClient logs() {
    return of(AwsService.LOGS);
  }

  default CloudWatchClient cloudWatch() {
    return of(AwsService.CLOUDWATCH);
  }

  default EventBridgeClient events() {
    return of(AwsService.EVENTBRIDGE);
  }

  default IamClient iam() {
    return of(AwsService.IAM);
  }

  default S3Client s3() {
    return of(AwsService.S3);
  }

  default SnsClient sns() {
    return of(AwsService.SNS);
  }

  default SqsClient sqs() {
    return of(AwsService.SQS);
  }

  default StsClient sts() {
    return of(AwsService.STS);
  }

  default Ec2Client ec2() {
    return of(AwsService.EC2);
  }

  @Override
  default void close() {}
}
