/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.LocalAccountException;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Cors;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteCorsConfigurationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateApiResponse;

/** APIs; all that belongs to one goes with it. */
final class Apis implements Tagged {
  private static final List<String> PROTOCOLS = List.of("HTTP", "WEBSOCKET");
  private static final int ID_LENGTH = 10;

  private final AccountContext account;
  private final Stock<Api> stock;
  private final List<Stock<?>> parts;

  Apis(AccountContext account, Stock<Api> stock, List<Stock<?>> parts) {
    this.account = account;
    this.stock = stock;
    this.parts = List.copyOf(parts);
  }

  CreateApiResponse create(CreateApiRequest request) {
    Constraints constraints =
        new Constraints()
            .required(request.name(), "name")
            .required(request.protocolTypeAsString(), "protocolType")
            .oneOf(request.protocolTypeAsString(), "protocolType", PROTOCOLS);
    AccountTags.check(constraints, request.tags());
    GatewayFault.throwIfAny(constraints);
    if (request.target() != null) {
      throw new LocalAccountException(
          "Quick creation of an API (Target) is not implemented by the local account");
    }
    String id = Ids.next(ID_LENGTH);
    boolean http = request.protocolTypeAsString().equals("HTTP");
    Api api =
        SdkFields.copy(request, Api.builder(), Api.class).toBuilder()
            .apiId(id)
            .apiEndpoint((http ? "https://" : "wss://") + host(id))
            .apiKeySelectionExpression(
                Optional.ofNullable(request.apiKeySelectionExpression())
                    .orElse("$request.header.x-api-key"))
            .routeSelectionExpression(
                Optional.ofNullable(request.routeSelectionExpression())
                    .orElse("$request.method $request.path"))
            .disableExecuteApiEndpoint(Boolean.TRUE.equals(request.disableExecuteApiEndpoint()))
            .ipAddressType(Optional.ofNullable(request.ipAddressTypeAsString()).orElse("ipv4"))
            .createdDate(Instant.ofEpochMilli(account.now()))
            .tags((Map<String, String>) null)
            .build();
    check(api);
    stock.put(id, () -> new Stored<>(api, request.tags()), before -> before);
    return SdkFields.copy(shown(id), CreateApiResponse.builder(), CreateApiResponse.class);
  }

  GetApiResponse get(GetApiRequest request) {
    return SdkFields.copy(shown(request.apiId()), GetApiResponse.builder(), GetApiResponse.class);
  }

  /** All on one page. */
  GetApisResponse list() {
    return GetApisResponse.builder()
        .items(stock.names().stream().map(this::shown).toList())
        .build();
  }

  UpdateApiResponse update(UpdateApiRequest request) {
    String id = require(request.apiId()).apiId();
    stock.change(
        id,
        () -> notFound(id),
        stored ->
            stored.with(
                before -> {
                  Api after = SdkFields.merge(before, request, Api.builder(), Api.class);
                  check(after);
                  return after;
                }));
    return SdkFields.copy(shown(id), UpdateApiResponse.builder(), UpdateApiResponse.class);
  }

  void deleteCors(DeleteCorsConfigurationRequest request) {
    String id = require(request.apiId()).apiId();
    stock.change(
        id,
        () -> notFound(id),
        stored -> stored.with(api -> api.toBuilder().corsConfiguration((Cors) null).build()));
  }

  void delete(DeleteApiRequest request) {
    String id = require(request.apiId()).apiId();
    for (Stock<?> part : parts) {
      part.names("", id + "/").forEach(part::delete);
    }
    stock.delete(id);
  }

  Api require(@Nullable String id) {
    GatewayFault.throwIfAny(new Constraints().required(id, "apiId"));
    String valid = String.valueOf(id);
    return stock.find(valid).orElseThrow(() -> notFound(valid)).model();
  }

  List<String> arns() {
    return stock.names().stream().map(this::arn).toList();
  }

  @Override
  public Map<String, String> tags(String arn) {
    String id = arn.substring(arn.lastIndexOf('/') + 1);
    return stock.find(id).orElseThrow(() -> notFound(id)).tags();
  }

  @Override
  public void changeTags(String arn, UnaryOperator<Map<String, String>> change) {
    String id = arn.substring(arn.lastIndexOf('/') + 1);
    stock.changeTags(id, () -> notFound(id), change);
  }

  private Api shown(@Nullable String id) {
    Api api = require(id);
    Map<String, String> tags = stock.find(api.apiId()).orElseThrow().tags();
    return api.toBuilder().tags(tags).build();
  }

  private static void check(Api api) {
    GatewayFault.throwIfAny(
        new Constraints()
            .length(api.name(), "name", 1, 128)
            .length(api.description(), "description", 0, 1024)
            .length(api.version(), "version", 1, 64)
            .range(
                api.corsConfiguration() == null ? null : api.corsConfiguration().maxAge(),
                "corsConfiguration.maxAge",
                -1,
                86_400));
    if (api.corsConfiguration() != null && !api.protocolTypeAsString().equals("HTTP")) {
      throw GatewayFault.badRequest("CORS is only supported for HTTP protocol APIs");
    }
  }

  private String arn(String id) {
    return "arn:" + account.partition().id() + ":apigateway:" + account.region() + "::/apis/" + id;
  }

  private String host(String id) {
    return id + ".execute-api." + account.region() + "." + account.partition().dnsSuffix();
  }

  private RuntimeException notFound(String id) {
    return GatewayFault.notFound("API", account.accountId() + ":" + id);
  }
}
