/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.ServiceId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A service with the SDK's client of it. To add one, add a {@link ServiceId}, a constant here and,
 * where it is called often, a method to {@link AwsClients}.
 *
 * @param <C> the SDK's client interface
 */
public final class AwsService<C extends AwsClient> {
  public static final AwsService<ApiGatewayV2Client> API_GATEWAY_V2 =
      of(ServiceId.API_GATEWAY_V2, ApiGatewayV2Client.class, ApiGatewayV2Client::builder);
  public static final AwsService<ApplicationAutoScalingClient> APPLICATION_AUTO_SCALING =
      of(
          ServiceId.APPLICATION_AUTO_SCALING,
          ApplicationAutoScalingClient.class,
          ApplicationAutoScalingClient::builder);
  public static final AwsService<CloudWatchClient> CLOUDWATCH =
      of(ServiceId.CLOUDWATCH, CloudWatchClient.class, CloudWatchClient::builder);
  public static final AwsService<Ec2Client> EC2 =
      of(ServiceId.EC2, Ec2Client.class, Ec2Client::builder);
  public static final AwsService<EcrClient> ECR =
      of(ServiceId.ECR, EcrClient.class, EcrClient::builder);
  public static final AwsService<EventBridgeClient> EVENTBRIDGE =
      of(ServiceId.EVENTBRIDGE, EventBridgeClient.class, EventBridgeClient::builder);
  public static final AwsService<IamClient> IAM =
      of(ServiceId.IAM, IamClient.class, IamClient::builder);
  public static final AwsService<LambdaClient> LAMBDA =
      of(ServiceId.LAMBDA, LambdaClient.class, LambdaClient::builder);
  public static final AwsService<CloudWatchLogsClient> LOGS =
      of(ServiceId.LOGS, CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
  public static final AwsService<S3Client> S3 =
      new AwsService<>(
          ServiceId.S3,
          S3Client.class,
          setUp -> setUp.apply(ServiceId.S3, s3(setUp.s3PathStyle())).build());
  public static final AwsService<SchedulerClient> SCHEDULER =
      of(ServiceId.SCHEDULER, SchedulerClient.class, SchedulerClient::builder);
  public static final AwsService<SnsClient> SNS =
      of(ServiceId.SNS, SnsClient.class, SnsClient::builder);
  public static final AwsService<SqsClient> SQS =
      of(ServiceId.SQS, SqsClient.class, SqsClient::builder);
  public static final AwsService<SfnClient> STEP_FUNCTIONS =
      of(ServiceId.STEP_FUNCTIONS, SfnClient.class, SfnClient::builder);
  public static final AwsService<StsClient> STS =
      of(ServiceId.STS, StsClient.class, StsClient::builder);

  private final ServiceId id;
  private final Class<C> type;
  private final Function<ClientSetUp, C> make;

  private AwsService(ServiceId id, Class<C> type, Function<ClientSetUp, C> make) {
    this.id = id;
    this.type = type;
    this.make = make;
  }

  /** What else speaks S3's protocol knows only the checksum that S3 has had from the beginning. */
  private static S3ClientBuilder s3(boolean pathStyle) {
    return S3Client.builder()
        .forcePathStyle(pathStyle)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(config -> config.chunkedEncodingEnabled(false))
        .addPlugin(LegacyMd5Plugin.create());
  }

  private static <
          B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AwsClient>
      AwsService<C> of(ServiceId id, Class<C> type, Supplier<B> builder) {
    return new AwsService<>(id, type, setUp -> setUp.apply(id, builder.get()).build());
  }

  /** Every service. */
  public static List<AwsService<?>> all() {
    return List.of(
        API_GATEWAY_V2,
        APPLICATION_AUTO_SCALING,
        CLOUDWATCH,
        EC2,
        ECR,
        EVENTBRIDGE,
        IAM,
        LAMBDA,
        LOGS,
        S3,
        SCHEDULER,
        SNS,
        SQS,
        STEP_FUNCTIONS,
        STS);
  }

  public ServiceId id() {
    return id;
  }

  /** The SDK's client interface. */
  public Class<C> type() {
    return type;
  }

  C make(ClientSetUp setUp) {
    return make.apply(setUp);
  }

  @Override
  public String toString() {
    return id.endpointKey();
  }
}
