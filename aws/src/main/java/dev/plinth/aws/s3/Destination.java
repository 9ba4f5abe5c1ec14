/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

/** What a bucket can tell of its events. */
enum Destination {
  FUNCTION("lambdaFunctions", "lambdaFunctionArn", "lambda"),
  QUEUE("queues", "queueArn", "sqs"),
  TOPIC("topics", "topicArn", "sns");

  private final String property;
  private final String arnProperty;
  private final String service;

  Destination(String property, String arnProperty, String service) {
    this.property = property;
    this.arnProperty = arnProperty;
    this.service = service;
  }

  /** The input that lists configurations of this kind. */
  String property() {
    return property;
  }

  /** The member of such a configuration that says whom to tell. */
  String arnProperty() {
    return arnProperty;
  }

  String service() {
    return service;
  }

  /** How the ids that the provider makes begin, as those of Pulumi's own do. */
  String idPrefix() {
    String kind =
        switch (this) {
          case FUNCTION -> "lambda";
          case QUEUE -> "queue";
          case TOPIC -> "topic";
        };
    return "tf-s3-" + kind + "-";
  }
}
