/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.HttpRoute.Authorization;
import dev.plinth.proto.computestack.HttpRoute.Method;
import dev.plinth.rules.route.RoutePath;

/**
 * A route of the HTTP API.
 *
 * @param at where the manifest describes it, or the API where it does not
 * @param function the id of the function that it leads to
 * @param path what is asked for
 * @param authorization never unspecified
 */
public record StackRoute(
    String at, String function, Method method, String path, Authorization authorization) {
  /** How long an HTTP API waits for the answer of a function. */
  public static final int LONGEST_WAIT_SECONDS = 30;

  /** Its key in API Gateway. */
  public String key() {
    return method + " " + path;
  }

  /**
   * What the stack calls it. The names of parameters are left out, as API Gateway takes routes that
   * differ in them for the same; so is the function, for a route can move from one to another.
   */
  public String logicalName() {
    return "api-" + method + RoutePath.of(path).shape();
  }

  /** Whether the manifest describes it. */
  public boolean isDeclared() {
    return at.endsWith("]");
  }

  /** Whether the auth handler says who may call it. */
  public boolean asksAuthHandler() {
    return authorization == Authorization.AUTH_HANDLER;
  }
}
