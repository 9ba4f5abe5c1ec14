/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.OwnArns;

/** The ARNs of what API Gateway keeps, which it does not tell. */
record GatewayArns(OwnArns own) {

  static GatewayArns of(AwsSession session, Operation operation) {
    return new GatewayArns(OwnArns.of(session.clients(), operation));
  }

  String api(String id) {
    return "arn:%s:apigateway:%s::/apis/%s".formatted(own.partition(), own.region(), id);
  }

  String stage(String api, String name) {
    return api(api) + "/stages/" + name;
  }

  /** The ARN that permissions to call an API, or a stage of it, are about. */
  String execution(String path) {
    return own.of("execute-api", path);
  }
}
