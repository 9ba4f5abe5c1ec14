/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import java.util.List;

/**
 * What an account has before a test begins, for resources to refer to.
 *
 * @param bucket has the objects {@code orders.jar} and {@code orders-2.jar}, which differ
 * @param layer the ARN of a layer version
 * @param subnets ids of two subnets of one VPC
 * @param securityGroup the id of a group of the same VPC
 */
public record Surroundings(
    String account,
    String region,
    String bucket,
    String layer,
    List<String> subnets,
    String securityGroup) {
  /** In an account that takes for granted whatever is well-formed. */
  public static final Surroundings ASSUMED =
      new Surroundings(
          "123456789012",
          "eu-central-1",
          "artifacts",
          "arn:aws:lambda:eu-central-1:123456789012:layer:one:1",
          List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"),
          "sg-0aaaaaaaaaaaaaaa1");

  /** The ARN of one of the roles {@code orders} and {@code other}, which Lambda may assume. */
  public String role(String name) {
    return "arn:aws:iam::" + account + ":role/" + name;
  }

  /** An ARN in this account and region, such as {@code arn("sqs", "dead-letters")}. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }

  /** The URI of a container image. */
  public String image(String repositoryAndTag) {
    return account + ".dkr.ecr." + region + ".amazonaws.com/" + repositoryAndTag;
  }
}
