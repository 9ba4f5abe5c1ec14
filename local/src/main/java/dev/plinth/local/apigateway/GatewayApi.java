/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/**
 * A group of API Gateway's operations. An operation that no group has throws {@link
 * UnsupportedOperationException}, as the SDK's interface has it.
 */
interface GatewayApi extends ApiGatewayV2Client {
  GatewayParts parts();
}
