/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import java.util.List;

/** An AWS service that the provider talks to, and the keys of its endpoint in a configuration. */
public enum ServiceId {
  API_GATEWAY_V2("apigatewayv2"),
  APPLICATION_AUTO_SCALING("applicationautoscaling", "appautoscaling"),
  CLOUDWATCH("cloudwatch"),
  EC2("ec2"),
  ECR("ecr"),
  EVENTBRIDGE("events", "eventbridge", "cloudwatchevents"),
  IAM("iam"),
  LAMBDA("lambda"),
  LOGS("logs", "cloudwatchlogs", "cloudwatchlog"),
  S3("s3", "s3api"),
  SCHEDULER("scheduler"),
  SNS("sns"),
  SQS("sqs"),
  STEP_FUNCTIONS("sfn", "stepfunctions"),
  STS("sts");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> endpointKeys;

  ServiceId(String... endpointKeys) {
    this.endpointKeys = List.of(endpointKeys);
  }

  /** The names that Pulumi lets the service have in {@code endpoints}. */
  public List<String> endpointKeys() {
    return endpointKeys;
  }

  /** The first of those names. */
  public String endpointKey() {
    return endpointKeys.get(0);
  }

  /** What follows {@code AWS_ENDPOINT_URL_} in the variable that names the service's endpoint. */
  public String environmentKey() {
    return switch (this) {
      case API_GATEWAY_V2 -> "APIGATEWAYV2";
      case LOGS -> "CLOUDWATCH_LOGS";
      case STEP_FUNCTIONS -> "SFN";
      default -> name();
    };
  }
}
