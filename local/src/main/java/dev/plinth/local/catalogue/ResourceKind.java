/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import java.util.Optional;

/**
 * The kinds of things that a request can name and that have to exist. Where a service of the
 * account keeps a kind, it answers for it by {@link Catalogue#keep}.
 */
public enum ResourceKind {
  /** An IAM role that Lambda may assume; identified by its ARN. */
  ROLE("role"),
  /** A managed policy of the account; identified by its ARN. */
  POLICY("policy"),
  /** An S3 bucket; identified by its name. */
  BUCKET("bucket"),
  /**
   * An S3 object, and its bucket with it; {@code s3://bucket/key} with {@code ?versionId=}, or with
   * the newest version as attribute {@code version}. Attribute {@code content} stands for its
   * bytes.
   */
  OBJECT("object"),
  /** A KMS key that the services may use; identified by its ARN. */
  KMS_KEY("kms-key"),
  /** A VPC; identified by {@code vpc-…}. */
  VPC("vpc"),
  /** A subnet; {@code subnet-…}, its VPC as attribute {@code vpc}. */
  SUBNET("subnet"),
  /** A security group; {@code sg-…}, its VPC as attribute {@code vpc}. */
  SECURITY_GROUP("security-group"),
  /** A version of a Lambda layer; identified by its ARN. */
  LAYER_VERSION("layer-version"),
  /**
   * A container image in ECR; identified by its URI with tag or digest. Attribute {@code content}
   * stands for its bytes.
   */
  IMAGE("image"),
  /** An access point of an EFS file system; identified by its ARN. */
  ACCESS_POINT("access-point"),
  /** An SQS queue; identified by its ARN. */
  QUEUE("queue"),
  /** An SNS topic; identified by its ARN. */
  TOPIC("topic"),
  /** An SQS queue or SNS topic that takes failed events; identified by its ARN. */
  DEAD_LETTER_TARGET("dead-letter-target"),
  /** A Lambda function, or a version or alias of one; identified by its ARN. */
  FUNCTION("function"),
  /** A queue or stream that Lambda reads events from; identified by its ARN. */
  EVENT_SOURCE("event-source"),
  /** A CloudWatch log group; identified by its ARN without {@code :*}. */
  LOG_GROUP("log-group"),
  /** An EventBridge event bus; identified by its ARN. */
  EVENT_BUS("event-bus"),
  /** A code signing configuration; identified by its ARN. */
  CODE_SIGNING_CONFIG("code-signing-config");

  private final String word;

  ResourceKind(String word) {
    this.word = word;
  }

  /** The word for the kind in files and messages. */
  public String word() {
    return word;
  }

  public static Optional<ResourceKind> ofWord(String word) {
    for (ResourceKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
