/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** Answers every request of a function URL or an HTTP API with its id. */
public final class ApiProcessor
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> request, Context context) {
    context.getLogger().log("request " + request.getOrDefault("rawPath", "/"));
    return Map.of(
        "statusCode",
        200,
        "headers",
        Map.of("content-type", "application/json"),
        "body",
        "{\"requestId\":\"" + context.getAwsRequestId() + "\"}");
  }
}
