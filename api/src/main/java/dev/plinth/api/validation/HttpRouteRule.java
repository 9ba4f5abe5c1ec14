/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackRoute;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.HttpRoute;
import dev.plinth.rules.route.RoutePath;
import java.util.HashMap;
import java.util.Map;

/** Every route is one that API Gateway takes, and leads to a function that can answer in time. */
final class HttpRouteRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    for (StackFunction function : stack.functions()) {
      if (function.spec().getRoutesCount() > 0) {
        checkFunction(function, stack, report);
      }
      checkTimeout(function, stack, report);
    }
    checkDuplicates(stack, report);
    if (stack.spec().getHttpApi().getEnabled() && !stack.hasHttpApi()) {
      report.error(
          "manifest.conflict",
          "spec.http_api.enabled",
          "the HTTP API is on, but leads nowhere: api_processor is switched off, and no other"
              + " function has routes.",
          "give a function routes, or set spec.http_api.enabled to false.");
    }
  }

  private static void checkFunction(StackFunction function, ComputeStack stack, Report report) {
    String routes = FieldPath.field(function.path(), "routes");
    if (function.is(StandardFunction.AUTH_HANDLER)) {
      report.error(
          "manifest.conflict",
          routes,
          "auth_handler says who may call the HTTP API, so it cannot answer for the API as well:"
              + " it would have to let its own callers in.",
          "give the routes to another function.");
    }
    if (!stack.wantsHttpApi()) {
      report.error(
          "stack.no-http-api",
          routes,
          "%s has routes, but the HTTP API is off%s."
              .formatted(
                  function.id(),
                  stack.spec().getHttpApi().hasEnabled()
                      ? ""
                      : " in " + stack.profile().word() + " unless it is switched on"),
          "set spec.http_api.enabled to true, or take the routes out.");
    }
    boolean hasHandler = stack.function(StandardFunction.AUTH_HANDLER).isPresent();
    for (int i = 0; i < function.spec().getRoutesCount(); i++) {
      checkRoute(FieldPath.index(routes, i), function.spec().getRoutes(i), hasHandler, report);
    }
  }

  private static void checkRoute(String at, HttpRoute route, boolean hasHandler, Report report) {
    String path = route.getPath();
    if (!path.isEmpty()) { // Else it is reported as missing.
      RoutePath.of(path)
          .problem()
          .ifPresent(
              problem ->
                  report.error(
                      "stack.route",
                      at + ".path",
                      "path " + Quotation.of(path) + " " + problem + ".",
                      "write it like /orders, /orders/{id} or /files/{path+}."));
    }
    if (route.getAuthorization() == HttpRoute.Authorization.AUTH_HANDLER && !hasHandler) {
      report.error(
          "manifest.unknown-part",
          at + ".authorization",
          "authorization is AUTH_HANDLER, but auth_handler is switched off.",
          "switch auth_handler on, or set authorization to AWS_IAM.");
    }
  }

  /** What the profile gives the API processor is for its URL, which waits as long as it runs. */
  private static void checkTimeout(StackFunction function, ComputeStack stack, Report report) {
    boolean said = function.spec().getTimeoutSeconds() > 0;
    boolean routed =
        stack.routes().stream().anyMatch(route -> route.function().equals(function.id()));
    if (routed
        && function.timeoutSeconds() > StackRoute.LONGEST_WAIT_SECONDS
        && (said || !function.is(StandardFunction.API_PROCESSOR))
        && !function.is(StandardFunction.AUTH_HANDLER)) {
      report.warning(
          "stack.route-timeout",
          FieldPath.field(function.path(), said ? "timeout_seconds" : "routes"),
          "%s may take %d s, but an HTTP API waits %d s at most: callers would get an error while it still runs."
              .formatted(function.id(), function.timeoutSeconds(), StackRoute.LONGEST_WAIT_SECONDS),
          "set timeout_seconds to %d or less, or let a queue have the work that takes longer."
              .formatted(StackRoute.LONGEST_WAIT_SECONDS));
    }
  }

  private static void checkDuplicates(ComputeStack stack, Report report) {
    Map<String, StackRoute> taken = new HashMap<>();
    // What stands in the manifest is what can be mended, so the others come first.
    stack.routes().stream()
        .filter(route -> !route.isDeclared())
        .forEach(route -> taken.put(route.logicalName(), route));
    for (StackRoute route : stack.routes()) {
      StackRoute first = taken.putIfAbsent(route.logicalName(), route);
      if (first != null && route.isDeclared() && !route.path().isEmpty()) {
        boolean isWordForWord = route.key().equals(first.key());
        report.error(
            "stack.duplicate-route",
            route.at(),
            "%s is %s of %s already%s."
                .formatted(
                    route.key(),
                    isWordForWord ? "a route" : "the route " + first.key(),
                    first.function(),
                    (first.isDeclared() ? "" : ", which has it as long as it declares no routes")
                        + (isWordForWord
                            ? ""
                            : "; API Gateway does not mind what a parameter is called")),
            "take one of the two out, or give it another method or path.");
      }
    }
  }
}
