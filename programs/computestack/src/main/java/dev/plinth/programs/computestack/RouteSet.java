/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.Authorizer;
import com.pulumi.aws.apigatewayv2.AuthorizerArgs;
import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.apigatewayv2.Route;
import com.pulumi.aws.apigatewayv2.RouteArgs;
import dev.plinth.api.computestack.StackRoute;
import dev.plinth.api.computestack.StandardFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What leads from the HTTP API to functions: an integration for each, which all of its routes
 * share, and the auth handler as the authorizer of those that ask it.
 */
final class RouteSet {
  private static final int CACHE_SECONDS = 300;

  private final Site site;
  private final Api api;
  private final FunctionSet functions;
  private final Invocations invocations;
  private final Map<String, Integration> integrations = new LinkedHashMap<>();

  RouteSet(Site site, Api api, FunctionSet functions, Invocations invocations) {
    this.site = site;
    this.api = api;
    this.functions = functions;
    this.invocations = invocations;
  }

  void create() {
    Optional<Authorizer> authorizer =
        site.stack().hasAuthorizer()
            ? Optional.of(authorizer(functions.require(StandardFunction.AUTH_HANDLER.id())))
            : Optional.empty();
    site.stack().routes().forEach(route -> add(route, authorizer));
  }

  private void add(StackRoute route, Optional<Authorizer> authorizer) {
    Integration integration =
        integrations.computeIfAbsent(
            route.function(), function -> integration(functions.require(function)));
    RouteArgs.Builder args =
        RouteArgs.builder()
            .apiId(api.id())
            .routeKey(route.key())
            .target(integration.id().applyValue(id -> "integrations/" + id));
    if (route.asksAuthHandler()) {
      args.authorizationType("CUSTOM").authorizerId(authorizer.orElseThrow().id());
    } else {
      args.authorizationType(route.authorization().name());
    }
    new Route(route.logicalName(), args.build(), site.options().build());
  }

  private Integration integration(MadeFunction function) {
    allow(function, "/*/*");
    int seconds = Math.min(StackRoute.LONGEST_WAIT_SECONDS, function.plan().timeoutSeconds());
    return new Integration(
        function.id(),
        IntegrationArgs.builder()
            .apiId(api.id())
            .integrationType("AWS_PROXY")
            .integrationUri(function.invokeArn())
            .payloadFormatVersion("2.0")
            .timeoutMilliseconds(1000 * seconds)
            .build(),
        site.options().build());
  }

  private Authorizer authorizer(MadeFunction handler) {
    Authorizer authorizer =
        new Authorizer(
            HttpApi.ID,
            AuthorizerArgs.builder()
                .apiId(api.id())
                .name(site.name("auth_handler"))
                .authorizerType("REQUEST")
                .authorizerUri(handler.invokeArn())
                .authorizerPayloadFormatVersion("2.0")
                .enableSimpleResponses(true)
                // With the route, or what is kept of one would hold for all others too.
                .identitySources("$request.header.Authorization", "$context.routeKey")
                .authorizerResultTtlInSeconds(cacheSeconds())
                .build(),
            site.options().build());
    allow(handler, "/authorizers/*");
    return authorizer;
  }

  private int cacheSeconds() {
    dev.plinth.proto.computestack.HttpApi spec = site.stack().spec().getHttpApi();
    return spec.hasAuthorizerCacheSeconds() ? spec.getAuthorizerCacheSeconds() : CACHE_SECONDS;
  }

  private void allow(MadeFunction function, String part) {
    invocations.byService(
        function.id() + "-" + HttpApi.ID,
        function,
        "apigateway.amazonaws.com",
        api.executionArn().applyValue(arn -> arn + part));
  }
}
