/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.apigatewayv2.model.ApiGatewayV2Exception;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.ConflictException;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

/** API Gateway's refusals. */
final class GatewayFault {
  private GatewayFault() {}

  static ApiGatewayV2Exception badRequest(String message) {
    return of("BadRequestException", 400, message).describe(BadRequestException.builder()).build();
  }

  static ApiGatewayV2Exception conflict(String message) {
    return of("ConflictException", 409, message).describe(ConflictException.builder()).build();
  }

  /**
   * @param what for example {@code API}
   */
  static ApiGatewayV2Exception notFound(String what, String id) {
    return of("NotFoundException", 404, "Invalid " + what + " identifier specified " + id)
        .describe(NotFoundException.builder().resourceType(what))
        .build();
  }

  static void throwIfAny(Constraints constraints) {
    constraints
        .message()
        .ifPresent(
            message -> {
              throw badRequest(message);
            });
  }

  private static Refusal of(String code, int status, String message) {
    return new Refusal("ApiGatewayV2", code, status, message);
  }
}
