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

  private ServiceBounds but(String action, double rate) {
    Map<String, Double> more = new TreeMap<>(apart);
    more.put(action, rate);
    return new ServiceBounds(inFlight, perSecond, more);
  }

  /** The bounds of a service. */
  public static ServiceBounds of(ServiceId service) {
    return switch (service) {
      // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
      case LAMBDA -> of(32, 15).but("GetFunction", 100).but("GetPolicy", 15);
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
      case LOGS ->
          of(16, 10)
              .but("CreateLogGroup", 10)
              .but("DeleteLogGroup", 10)
              .but("DescribeLogGroups", 10)
              .but("PutRetentionPolicy", 10)
              .but("PutMetricFilter", 5)
              .but("DeleteMetricFilter", 5)
              .but("DescribeMetricFilters", 5);
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html
      case CLOUDWATCH ->
          of(8, 10).but("PutMetricAlarm", 3).but("DeleteAlarms", 3).but("DescribeAlarms", 9);
      // https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
      case EC2 ->
          of(16, 5)
              .but("DescribeSecurityGroups", 20)
              .but("DescribeSecurityGroupRules", 20)
              .but("DescribeNetworkInterfaces", 20)
              .but("DescribeSubnets", 20);
      case IAM -> of(16, 10);
      case API_GATEWAY_V2 -> of(8, 10);
      case APPLICATION_AUTO_SCALING -> of(8, 10);
      case ECR -> of(8, 10);
      case EVENTBRIDGE -> of(16, 50);
      case S3 -> of(32, 100);
      case SCHEDULER -> of(32, 250);
      case SNS -> of(16, 30).but("Subscribe", 100);
      case SQS -> of(16, 30);
      case STEP_FUNCTIONS -> of(8, 10);
      case STS -> of(8, 50);
    };
  }
}
