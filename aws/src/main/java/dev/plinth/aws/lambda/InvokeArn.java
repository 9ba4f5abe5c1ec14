/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

/** The form in which API Gateway wants to be told what to invoke. */
final class InvokeArn {
  private InvokeArn() {}

  /**
   * @param arn of a function, a version or an alias
   */
  static String of(String region, String arn) {
    String partition = arn.split(":", 3)[1];
    return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(partition, region, arn);
  }
}
