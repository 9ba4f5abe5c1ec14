/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.model.AccessLogSettings;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAccessLogSettingsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteSettingsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateStageResponse;

/** Deployments of APIs under URLs. */
final class Stages implements Tagged {
  private static final Pattern NAME = Pattern.compile("\\$default|[A-Za-z0-9_-]{1,128}");
  private static final int DEPLOYMENT_LENGTH = 6;

  private final AccountContext account;
  private final Apis apis;
  private final Stock<Stage> stock;
  private final Catalogue catalogue;

  Stages(AccountContext account, Apis apis, Stock<Stage> stock, Catalogue catalogue) {
    this.account = account;
    this.apis = apis;
    this.stock = stock;
    this.catalogue = catalogue;
  }

  CreateStageResponse create(CreateStageRequest request) {
    Api api = apis.require(request.apiId());
    Constraints constraints =
        new Constraints()
            .required(request.stageName(), "stageName")
            .pattern(request.stageName(), "stageName", NAME);
    AccountTags.check(constraints, request.tags());
    GatewayFault.throwIfAny(constraints);
    Instant now = Instant.ofEpochMilli(account.now());
    boolean automatic = Boolean.TRUE.equals(request.autoDeploy());
    Stage stage =
        withDefaults(SdkFields.copy(request, Stage.builder(), Stage.class)).toBuilder()
            .createdDate(now)
            .lastUpdatedDate(now)
            .autoDeploy(automatic)
            .deploymentId(automatic ? Ids.next(DEPLOYMENT_LENGTH) : request.deploymentId())
            .tags((Map<String, String>) null)
            .build();
    check(stage, "apigateway:CreateStage");
    stock.create(
        key(api, request.stageName()),
        new Stored<>(stage, request.tags()),
        () -> GatewayFault.conflict("Stage already exists"));
    return SdkFields.copy(
        shown(api, request.stageName()), CreateStageResponse.builder(), CreateStageResponse.class);
  }

  GetStageResponse get(GetStageRequest request) {
    Api api = apis.require(request.apiId());
    return SdkFields.copy(
        shown(api, request.stageName()), GetStageResponse.builder(), GetStageResponse.class);
  }

  UpdateStageResponse update(UpdateStageRequest request) {
    Api api = apis.require(request.apiId());
    change(
        api,
        request.stageName(),
        before -> {
          Stage merged = SdkFields.merge(before, request, Stage.builder(), Stage.class);
          boolean deploys = Boolean.TRUE.equals(merged.autoDeploy());
          Stage after =
              withDefaults(merged).toBuilder()
                  .deploymentId(
                      deploys && !Boolean.TRUE.equals(before.autoDeploy())
                          ? Ids.next(DEPLOYMENT_LENGTH)
                          : merged.deploymentId())
                  .build();
          check(after, "apigateway:UpdateStage");
          return after;
        });
    return SdkFields.copy(
        shown(api, request.stageName()), UpdateStageResponse.builder(), UpdateStageResponse.class);
  }

  void delete(DeleteStageRequest request) {
    Api api = apis.require(request.apiId());
    if (!stock.delete(key(api, request.stageName()))) {
      throw notFound(request.stageName());
    }
  }

  void deleteAccessLog(DeleteAccessLogSettingsRequest request) {
    change(
        apis.require(request.apiId()),
        request.stageName(),
        stage -> stage.toBuilder().accessLogSettings((AccessLogSettings) null).build());
  }

  void deleteRouteSettings(DeleteRouteSettingsRequest request) {
    change(
        apis.require(request.apiId()),
        request.stageName(),
        stage -> {
          Map<String, RouteSettings> rest = new TreeMap<>(stage.routeSettings());
          if (rest.remove(request.routeKey()) == null) {
            throw GatewayFault.notFound("Route", request.routeKey());
          }
          return stage.toBuilder().routeSettings(rest.isEmpty() ? null : rest).build();
        });
  }

  @Override
  public Map<String, String> tags(String arn) {
    return stock.find(keyOfArn(arn)).orElseThrow(() -> notFound(arn)).tags();
  }

  @Override
  public void changeTags(String arn, UnaryOperator<Map<String, String>> change) {
    stock.changeTags(keyOfArn(arn), () -> notFound(arn), change);
  }

  private void change(Api api, String name, UnaryOperator<Stage> change) {
    stock.change(
        key(api, name),
        () -> notFound(name),
        stored ->
            stored.with(
                before ->
                    change.apply(before).toBuilder()
                        .lastUpdatedDate(Instant.ofEpochMilli(account.now()))
                        .build()));
  }

  private Stage shown(Api api, @Nullable String name) {
    String valid = String.valueOf(name);
    Stored<Stage> stored = stock.find(key(api, valid)).orElseThrow(() -> notFound(valid));
    return stored.model().toBuilder().tags(stored.tags()).build();
  }

  private static Stage withDefaults(Stage asked) {
    return asked.defaultRouteSettings() != null
        ? asked
        : asked.toBuilder()
            .defaultRouteSettings(RouteSettings.builder().detailedMetricsEnabled(false).build())
            .build();
  }

  private void check(Stage stage, String call) {
    GatewayFault.throwIfAny(new Constraints().length(stage.description(), "description", 0, 1024));
    AccessLogSettings log = stage.accessLogSettings();
    if (log == null) {
      return;
    }
    if (log.destinationArn() == null || log.format() == null) {
      throw GatewayFault.badRequest("Access logs need a destination ARN and a format");
    }
    if (log.destinationArn().contains(":logs:")) {
      catalogue.require(
          ResourceKind.LOG_GROUP,
          log.destinationArn(),
          call,
          () ->
              GatewayFault.badRequest(
                  "Invalid ARN specified in the request. The log group does not exist: "
                      + log.destinationArn()));
    }
  }

  private static String keyOfArn(String arn) {
    String path = arn.substring(arn.indexOf("/apis/") + "/apis/".length());
    return path.replace("/stages/", "/");
  }

  private static String key(Api api, String name) {
    return api.apiId() + "/" + name;
  }

  private static RuntimeException notFound(String name) {
    return GatewayFault.notFound("stage", name);
  }
}
