/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import dev.plinth.aws.client.RegionFacts;
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
  public static final Surroundings ASSUMED = assumedIn("eu-central-1");

  /** The same in a region of any partition. */
  static Surroundings assumedIn(String region) {
    String account = "123456789012";
    String partition = RegionFacts.of(region).partition();
    return new Surroundings(
        account,
        region,
        "artifacts",
        String.join(":", "arn", partition, "lambda", region, account, "layer:one:1"),
        List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"),
        "sg-0aaaaaaaaaaaaaaa1");
  }

  /** Such as {@code aws-cn}. */
  public String partition() {
    return RegionFacts.of(region).partition();
  }

  /** The ARN of one of the roles {@code orders} and {@code other}, which Lambda may assume. */
  public String role(String name) {
    return "arn:" + partition() + ":iam::" + account + ":role/" + name;
  }

  /** An ARN in this account and region, such as {@code arn("sqs", "dead-letters")}. */
  public String arn(String service, String resource) {
    return "arn:" + partition() + ":" + service + ":" + region + ":" + account + ":" + resource;
  }

  /** The URI of a container image. */
  public String image(String repositoryAndTag) {
    String registry = ".dkr.ecr." + region + "." + RegionFacts.of(region).dnsSuffix() + "/";
    return account + registry + repositoryAndTag;
  }
}
