/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.AwsSession;

/** The ARNs of what API Gateway keeps, which it does not tell. */
record GatewayArns(String partition, String region, String account) {

  /** Finds the account in the caller's identity. */
  static GatewayArns of(AwsSession session, Operation operation) {
    String caller =
        operation
            .call("GetCallerIdentity", () -> session.clients().sts().getCallerIdentity())
            .arn();
    String[] parts = caller.split(":", 6);
    return new GatewayArns(parts[1], session.clients().region(), parts[4]);
  }

  String api(String id) {
    return "arn:%s:apigateway:%s::/apis/%s".formatted(partition, region, id);
  }

  String stage(String api, String name) {
    return api(api) + "/stages/" + name;
  }

  /** The ARN that permissions to call an API, or a stage of it, are about. */
  String execution(String path) {
    return "arn:%s:execute-api:%s:%s:%s".formatted(partition, region, account, path);
  }
}
