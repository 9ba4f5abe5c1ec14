/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.AwsComputeStackSpec;
import dev.plinth.proto.computestack.HttpRoute;
import dev.plinth.proto.computestack.HttpRoute.Authorization;
import dev.plinth.proto.computestack.HttpRoute.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the defaults in the place of what a manifest leaves out of the routes of its HTTP API. */
final class RouteResolver {
  private static final String EVERYTHING = "/{proxy+}";

  private final AwsComputeStackSpec spec;
  private final StackProfile profile;
  private final List<StackFunction> functions;

  RouteResolver(AwsComputeStackSpec spec, StackProfile profile, List<StackFunction> functions) {
    this.spec = spec;
    this.profile = profile;
    this.functions = functions;
  }

  List<StackRoute> resolve() {
    if (!isWanted(spec, profile)) {
      return List.of();
    }
    List<StackRoute> routes = new ArrayList<>();
    functions.forEach(function -> addRoutes(function, routes));
    addPreflights(routes);
    return List.copyOf(routes);
  }

  /** Whether there is to be an HTTP API: by the manifest, or by the profile. */
  static boolean isWanted(AwsComputeStackSpec spec, StackProfile profile) {
    return spec.getHttpApi().hasEnabled()
        ? spec.getHttpApi().getEnabled()
        : profile.settings().httpApi();
  }

  private void addRoutes(StackFunction function, List<StackRoute> routes) {
    List<HttpRoute> declared = function.spec().getRoutesList();
    String list = FieldPath.field(function.path(), "routes");
    for (int i = 0; i < declared.size(); i++) {
      routes.add(route(FieldPath.index(list, i), function, declared.get(i)));
    }
    if (function.is(StandardFunction.API_PROCESSOR) && declared.isEmpty()) {
      HttpRoute everything = HttpRoute.newBuilder().setPath(EVERYTHING).build();
      routes.add(route("spec.http_api", function, everything));
    }
  }

  private StackRoute route(String at, StackFunction function, HttpRoute route) {
    Method method =
        switch (route.getMethod()) {
          case METHOD_UNSPECIFIED, UNRECOGNIZED -> Method.ANY;
          case ANY, GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS -> route.getMethod();
        };
    Authorization authorization =
        switch (route.getAuthorization()) {
          case AUTHORIZATION_UNSPECIFIED, UNRECOGNIZED ->
              hasAuthHandler() ? Authorization.AUTH_HANDLER : Authorization.AWS_IAM;
          case AUTH_HANDLER, AWS_IAM, NONE -> route.getAuthorization();
        };
    return new StackRoute(at, function.id(), method, route.getPath(), authorization);
  }

  private boolean hasAuthHandler() {
    return functions.stream().anyMatch(function -> function.is(StandardFunction.AUTH_HANDLER));
  }

  /**
   * A preflight request carries no credentials, so beside a route for any method that asks for some
   * there is one for OPTIONS that does not.
   */
  private static void addPreflights(List<StackRoute> routes) {
    Set<String> taken = new HashSet<>();
    routes.forEach(route -> taken.add(route.logicalName()));
    for (StackRoute route : List.copyOf(routes)) {
      StackRoute preflight =
          new StackRoute(
              route.at(), route.function(), Method.OPTIONS, route.path(), Authorization.NONE);
      if (route.method() == Method.ANY
          && route.authorization() != Authorization.NONE
          && taken.add(preflight.logicalName())) {
        routes.add(preflight);
      }
    }
  }
}
