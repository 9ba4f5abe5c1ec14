/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import dev.plinth.rules.route.RoutePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Authorizer;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteRequestParameterRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.ParameterConstraints;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateRouteResponse;

/** Which requests lead where; of an API each has another key. */
final class Routes {
  private static final int ID_LENGTH = 7;
  private static final String EVERYTHING_ELSE = "$default";
  private static final Pattern ROUTE_KEY =
      Pattern.compile("(ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) (/.*)");

  private final Apis apis;
  private final Stock<Route> stock;
  private final Stock<Integration> integrations;
  private final Stock<Authorizer> authorizers;

  Routes(
      Apis apis,
      Stock<Route> stock,
      Stock<Integration> integrations,
      Stock<Authorizer> authorizers) {
    this.apis = apis;
    this.stock = stock;
    this.integrations = integrations;
    this.authorizers = authorizers;
  }

  CreateRouteResponse create(CreateRouteRequest request) {
    Api api = apis.require(request.apiId());
    String id = Ids.next(ID_LENGTH);
    Route created =
        withDefaults(SdkFields.copy(request, Route.builder(), Route.class)).toBuilder()
            .routeId(id)
            .build();
    check(api, created);
    stock.put(key(api, id), () -> new Stored<>(created, Map.of()), before -> before);
    return SdkFields.copy(created, CreateRouteResponse.builder(), CreateRouteResponse.class);
  }

  GetRouteResponse get(GetRouteRequest request) {
    Api api = apis.require(request.apiId());
    return SdkFields.copy(
        require(api, request.routeId()), GetRouteResponse.builder(), GetRouteResponse.class);
  }

  /** All on one page. */
  GetRoutesResponse list(GetRoutesRequest request) {
    Api api = apis.require(request.apiId());
    return GetRoutesResponse.builder().items(stock.all(api.apiId() + "/")).build();
  }

  UpdateRouteResponse update(UpdateRouteRequest request) {
    Api api = apis.require(request.apiId());
    String id = require(api, request.routeId()).routeId();
    Route changed =
        stock
            .change(
                key(api, id),
                () -> notFound(id),
                stored ->
                    stored.with(
                        before -> {
                          Route after =
                              SdkFields.merge(before, request, Route.builder(), Route.class);
                          check(api, after);
                          return after;
                        }))
            .model();
    return SdkFields.copy(changed, UpdateRouteResponse.builder(), UpdateRouteResponse.class);
  }

  void delete(DeleteRouteRequest request) {
    Api api = apis.require(request.apiId());
    String id = require(api, request.routeId()).routeId();
    stock.delete(key(api, id));
  }

  void deleteParameter(DeleteRouteRequestParameterRequest request) {
    Api api = apis.require(request.apiId());
    String id = require(api, request.routeId()).routeId();
    stock.change(
        key(api, id),
        () -> notFound(id),
        stored ->
            stored.with(
                route -> {
                  Map<String, ParameterConstraints> rest = new TreeMap<>(route.requestParameters());
                  rest.remove(request.requestParameterKey());
                  return route.toBuilder().requestParameters(rest.isEmpty() ? null : rest).build();
                }));
  }

  private static Route withDefaults(Route asked) {
    return asked.toBuilder()
        .apiKeyRequired(Boolean.TRUE.equals(asked.apiKeyRequired()))
        .authorizationType(Optional.ofNullable(asked.authorizationTypeAsString()).orElse("NONE"))
        .build();
  }

  private void check(Api api, Route route) {
    GatewayFault.throwIfAny(
        new Constraints()
            .required(route.routeKey(), "routeKey")
            .length(route.operationName(), "operationName", 1, 64));
    boolean http = api.protocolTypeAsString().equals("HTTP");
    if (http) {
      checkKey(route.routeKey());
    }
    String shape = http ? shape(route.routeKey()) : route.routeKey();
    for (Route other : stock.all(api.apiId() + "/")) {
      String taken = http ? shape(other.routeKey()) : other.routeKey();
      if (taken.equals(shape) && !other.routeId().equals(route.routeId())) {
        throw GatewayFault.conflict(
            "Route with key " + route.routeKey() + " already exists for this API");
      }
    }
    checkReferences(api, route);
  }

  /** The wording of what is wrong with a path is ours. */
  private static void checkKey(String key) {
    Matcher parts = ROUTE_KEY.matcher(key);
    if (!key.equals(EVERYTHING_ELSE) && !parts.matches()) {
      throw GatewayFault.badRequest(
          "The provided route key is not formatted properly for HTTP protocol. Format should be"
              + " \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\"");
    }
    if (!key.equals(EVERYTHING_ELSE)) {
      RoutePath.of(parts.group(2))
          .problem()
          .ifPresent(
              problem -> {
                throw GatewayFault.badRequest("The path of route key " + key + " " + problem);
              });
    }
  }

  /** A key without the names of its parameters, in which no two routes of an API differ only. */
  private static String shape(String key) {
    Matcher parts = ROUTE_KEY.matcher(key);
    return parts.matches() ? parts.group(1) + " " + RoutePath.of(parts.group(2)).shape() : key;
  }

  private void checkReferences(Api api, Route route) {
    if (route.target() != null) {
      String integration = route.target().substring(route.target().indexOf('/') + 1);
      if (!route.target().startsWith("integrations/")
          || !integrations.contains(key(api, integration))) {
        throw GatewayFault.badRequest("Invalid integration identifier specified " + route.target());
      }
    }
    boolean authorized =
        List.of("JWT", "CUSTOM").contains(String.valueOf(route.authorizationTypeAsString()));
    if (authorized
        && (route.authorizerId() == null
            || !authorizers.contains(key(api, route.authorizerId())))) {
      throw GatewayFault.badRequest("Invalid authorizer ID specified " + route.authorizerId());
    }
  }

  private Route require(Api api, @Nullable String id) {
    String valid = String.valueOf(id);
    return stock.find(key(api, valid)).orElseThrow(() -> notFound(valid)).model();
  }

  private static String key(Api api, String id) {
    return api.apiId() + "/" + id;
  }

  private static RuntimeException notFound(String id) {
    return GatewayFault.notFound("Route", id);
  }
}
