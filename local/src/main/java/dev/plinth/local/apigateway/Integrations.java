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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateIntegrationResponse;

/** What routes lead to; one that a route leads to cannot be deleted. */
final class Integrations {
  private static final int ID_LENGTH = 7;
  private static final List<String> HTTP_TYPES = List.of("AWS_PROXY", "HTTP_PROXY");
  private static final List<String> TYPES =
      List.of("AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK");

  private final Apis apis;
  private final Stock<Integration> stock;
  private final Stock<Route> routes;

  Integrations(Apis apis, Stock<Integration> stock, Stock<Route> routes) {
    this.apis = apis;
    this.stock = stock;
    this.routes = routes;
  }

  CreateIntegrationResponse create(CreateIntegrationRequest request) {
    Api api = apis.require(request.apiId());
    String id = Ids.next(ID_LENGTH);
    Integration created =
        withDefaults(SdkFields.copy(request, Integration.builder(), Integration.class)).toBuilder()
            .integrationId(id)
            .timeoutInMillis(
                Optional.ofNullable(request.timeoutInMillis())
                    .orElse(api.protocolTypeAsString().equals("HTTP") ? 30_000 : 29_000))
            .build();
    check(api, created);
    stock.put(key(api, id), () -> new Stored<>(created, Map.of()), before -> before);
    return SdkFields.copy(
        created, CreateIntegrationResponse.builder(), CreateIntegrationResponse.class);
  }

  GetIntegrationResponse get(GetIntegrationRequest request) {
    Api api = apis.require(request.apiId());
    return SdkFields.copy(
        require(api, request.integrationId()),
        GetIntegrationResponse.builder(),
        GetIntegrationResponse.class);
  }

  /** All on one page. */
  GetIntegrationsResponse list(GetIntegrationsRequest request) {
    Api api = apis.require(request.apiId());
    return GetIntegrationsResponse.builder().items(stock.all(api.apiId() + "/")).build();
  }

  UpdateIntegrationResponse update(UpdateIntegrationRequest request) {
    Api api = apis.require(request.apiId());
    String id = require(api, request.integrationId()).integrationId();
    Integration changed =
        stock
            .change(
                key(api, id),
                () -> notFound(id),
                stored ->
                    stored.with(
                        before -> {
                          Integration after =
                              SdkFields.merge(
                                  before, request, Integration.builder(), Integration.class);
                          check(api, after);
                          return after;
                        }))
            .model();
    return SdkFields.copy(
        changed, UpdateIntegrationResponse.builder(), UpdateIntegrationResponse.class);
  }

  void delete(DeleteIntegrationRequest request) {
    Api api = apis.require(request.apiId());
    String id = require(api, request.integrationId()).integrationId();
    for (Route route : routes.all(api.apiId() + "/")) {
      if (("integrations/" + id).equals(route.target())) {
        throw GatewayFault.conflict(
            "Cannot delete Integration '"
                + id
                + "'. Resource is being referenced by Route '"
                + route.routeKey()
                + "'.");
      }
    }
    stock.delete(key(api, id));
  }

  private static Integration withDefaults(Integration asked) {
    Integration.Builder full = asked.toBuilder();
    if (asked.connectionTypeAsString() == null) {
      full.connectionType("INTERNET");
    }
    return full.build();
  }

  /** The wordings are ours. */
  private static void check(Api api, Integration integration) {
    boolean http = api.protocolTypeAsString().equals("HTTP");
    GatewayFault.throwIfAny(
        new Constraints()
            .required(integration.integrationTypeAsString(), "integrationType")
            .oneOf(
                integration.integrationTypeAsString(), "integrationType", http ? HTTP_TYPES : TYPES)
            .range(integration.timeoutInMillis(), "timeoutInMillis", 50, http ? 30_000 : 29_000)
            .length(integration.description(), "description", 0, 1024));
    boolean service = integration.integrationSubtype() != null;
    if (http && !service && integration.integrationUri() == null) {
      throw GatewayFault.badRequest("HTTP integration requires an integration URI");
    }
    if (service && integration.credentialsArn() == null) {
      throw GatewayFault.badRequest("Integration with an AWS service requires credentials");
    }
    if ("VPC_LINK".equals(integration.connectionTypeAsString())
        && integration.connectionId() == null) {
      throw GatewayFault.badRequest("VPC_LINK connections need a connection id");
    }
  }

  private Integration require(Api api, @Nullable String id) {
    String valid = String.valueOf(id);
    return stock.find(key(api, valid)).orElseThrow(() -> notFound(valid)).model();
  }

  private static String key(Api api, String id) {
    return api.apiId() + "/" + id;
  }

  private static RuntimeException notFound(String id) {
    return GatewayFault.notFound("Integration", id);
  }
}
