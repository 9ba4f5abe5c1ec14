/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import dev.plinth.aws.config.ServiceId;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a service is asked to do at once. Rates are those that AWS documents for an account and
 * region, or, where it documents none, that have been found to go without refusals; others use the
 * account too, so only a part of them is used.
 *
 * @param inFlight how many calls may be under way
 * @param perSecond how many calls the service takes in a second
 * @param apart calls that the service counts apart from the others, and how many it takes of each
 */
public record ServiceBounds(int inFlight, double perSecond, Map<String, Double> apart) {
  /** The part of a rate that is used. */
  public static final double SHARE = 0.9;

  public ServiceBounds {
    apart = new TreeMap<>(apart);
  }

  private static ServiceBounds of(int inFlight, double perSecond) {
    return new ServiceBounds(inFlight, perSecond, Map.of());
  }

  /** The bounds of a service. */
  public static ServiceBounds of(ServiceId service) {
    return switch (service) {
      // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
      case LAMBDA -> new ServiceBounds(32, 15, Map.of("GetFunction", 100.0, "GetPolicy", 15.0));
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
      case LOGS -> of(16, 10);
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html
      case CLOUDWATCH -> new ServiceBounds(8, 3, Map.of("DescribeAlarms", 9.0));
      case IAM -> new ServiceBounds(16, 10, Map.of());
      case API_GATEWAY_V2 -> of(8, 10);
      case APPLICATION_AUTO_SCALING -> of(8, 10);
      case EC2 -> of(16, 20);
      case ECR -> of(8, 10);
      case EVENTBRIDGE -> of(16, 50);
      case S3 -> of(32, 100);
      case SCHEDULER -> of(32, 50);
      case SNS -> of(16, 30);
      case SQS -> of(16, 30);
      case STEP_FUNCTIONS -> of(8, 10);
      case STS -> of(8, 50);
    };
  }
}
