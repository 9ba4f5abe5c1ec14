/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack.access;

/**
 * The account that a stack is in. Names of resources are fixed, so with it every ARN is known
 * before anything exists, and permissions need not wait for what they permit.
 *
 * @param partition such as {@code aws}
 * @param region such as {@code eu-west-1}
 * @param account 12 digits
 * @param dnsSuffix such as {@code amazonaws.com}
 */
public record Identity(String partition, String region, String account, String dnsSuffix) {
  /** As long as any: for measuring texts that hold ARNs before the account is known. */
  public static final Identity LONGEST =
      new Identity("aws-us-gov", "ap-southeast-1", "123456789012", "amazonaws.com.cn");

  /** The ARN of a resource in the account and region. */
  public String arn(String service, String resource) {
    return String.join(":", "arn", partition, service, region, account, resource);
  }

  /** The ARN of a bucket, which has neither account nor region in it. */
  public String bucketArn(String bucket) {
    return "arn:" + partition + ":s3:::" + bucket;
  }

  /** The ARN of a role, which has no region in it. */
  public String roleArn(String name) {
    return String.join(":", "arn", partition, "iam", "", account, "role/" + name);
  }

  /** The URL of a queue. */
  public String queueUrl(String name) {
    return "https://sqs." + region + "." + dnsSuffix + "/" + account + "/" + name;
  }
}
