/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/**
 * Lets nobody in. Who may call an API is for its owner to say; until there is a function that does,
 * an authorizer must refuse.
 */
public final class AuthHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> request, Context context) {
    context.getLogger().log("refused: this stack has no auth handler of its own yet");
    return Map.of("isAuthorized", false);
  }
}
