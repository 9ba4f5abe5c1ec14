/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Authorizer;
import software.amazon.awssdk.services.apigatewayv2.model.CreateAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateAuthorizerResponse;

/** Who may call routes; one that a route names cannot be deleted. */
final class Authorizers {
  private static final int ID_LENGTH = 7;

  private final Apis apis;
  private final Stock<Authorizer> stock;
  private final Stock<Route> routes;

  Authorizers(Apis apis, Stock<Authorizer> stock, Stock<Route> routes) {
    this.apis = apis;
    this.stock = stock;
    this.routes = routes;
  }

  CreateAuthorizerResponse create(CreateAuthorizerRequest request) {
    Api api = apis.require(request.apiId());
    String id = Ids.next(ID_LENGTH);
    Authorizer created =
        withDefaults(SdkFields.copy(request, Authorizer.builder(), Authorizer.class)).toBuilder()
            .authorizerId(id)
            .build();
    check(api, created);
    stock.put(key(api, id), () -> new Stored<>(created, Map.of()), before -> before);
    return SdkFields.copy(
        created, CreateAuthorizerResponse.builder(), CreateAuthorizerResponse.class);
  }

  GetAuthorizerResponse get(GetAuthorizerRequest request) {
    Api api = apis.require(request.apiId());
    return SdkFields.copy(
        require(api, request.authorizerId()),
        GetAuthorizerResponse.builder(),
        GetAuthorizerResponse.class);
  }

  /** All on one page. */
  GetAuthorizersResponse list(GetAuthorizersRequest request) {
    Api api = apis.require(request.apiId());
    return GetAuthorizersResponse.builder().items(stock.all(api.apiId() + "/")).build();
  }

  UpdateAuthorizerResponse update(UpdateAuthorizerRequest request) {
    Api api = apis.require(request.apiId());
    String id = require(api, request.authorizerId()).authorizerId();
    Authorizer changed =
        stock
            .change(
                key(api, id),
                () -> notFound(id),
                stored ->
                    stored.with(
                        before -> {
                          Authorizer after =
                              SdkFields.merge(
                                  before, request, Authorizer.builder(), Authorizer.class);
                          check(api, after);
                          return after;
                        }))
            .model();
    return SdkFields.copy(
        changed, UpdateAuthorizerResponse.builder(), UpdateAuthorizerResponse.class);
  }

  void delete(DeleteAuthorizerRequest request) {
    Api api = apis.require(request.apiId());
    String id = require(api, request.authorizerId()).authorizerId();
    for (Route route : routes.all(api.apiId() + "/")) {
      if (id.equals(route.authorizerId())) {
        throw GatewayFault.conflict(
            "Cannot delete Authorizer '"
                + id
                + "'. Resource is being referenced by Route '"
                + route.routeKey()
                + "'.");
      }
    }
    stock.delete(key(api, id));
  }

  private static Authorizer withDefaults(Authorizer asked) {
    boolean jwt = "JWT".equals(asked.authorizerTypeAsString());
    return jwt || asked.authorizerResultTtlInSeconds() != null
        ? asked
        : asked.toBuilder().authorizerResultTtlInSeconds(0).build();
  }

  /** The wordings are ours. */
  private static void check(Api api, Authorizer authorizer) {
    GatewayFault.throwIfAny(
        new Constraints()
            .required(authorizer.name(), "name")
            .length(authorizer.name(), "name", 1, 128)
            .required(authorizer.authorizerTypeAsString(), "authorizerType")
            .oneOf(authorizer.authorizerTypeAsString(), "authorizerType", List.of("REQUEST", "JWT"))
            .range(
                authorizer.authorizerResultTtlInSeconds(),
                "authorizerResultTtlInSeconds",
                0,
                3600));
    boolean http = api.protocolTypeAsString().equals("HTTP");
    if (authorizer.authorizerTypeAsString().equals("JWT")) {
      if (!http) {
        throw GatewayFault.badRequest("JWT authorizers are only supported for HTTP APIs");
      }
      if (authorizer.jwtConfiguration() == null
          || authorizer.jwtConfiguration().issuer() == null
          || authorizer.identitySource().isEmpty()) {
        throw GatewayFault.badRequest(
            "A JWT authorizer needs an issuer, an audience and an identity source");
      }
    } else if (authorizer.authorizerUri() == null) {
      throw GatewayFault.badRequest("A REQUEST authorizer needs an authorizer URI");
    } else if (http && authorizer.authorizerPayloadFormatVersion() == null) {
      throw GatewayFault.badRequest(
          "AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer");
    }
  }

  private Authorizer require(Api api, @Nullable String id) {
    String valid = String.valueOf(id);
    return stock.find(key(api, valid)).orElseThrow(() -> notFound(valid)).model();
  }

  private static String key(Api api, String id) {
    return api.apiId() + "/" + id;
  }

  private static RuntimeException notFound(String id) {
    return GatewayFault.notFound("Authorizer", id);
  }
}
