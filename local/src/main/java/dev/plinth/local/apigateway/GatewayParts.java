/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Stock;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Authorizer;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** What API Gateway's operations are made of, put together. */
record GatewayParts(
    Apis apis, Authorizers authorizers, Integrations integrations, Routes routes, Stages stages) {

  /**
   * @param folder where the APIs of this account and region are kept; made when needed
   */
  static GatewayParts of(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    Stock<Api> apiStock = new Stock<>(folder.resolve("apis"), lock, Api.class, Api::builder);
    Stock<Authorizer> authorizerStock =
        new Stock<>(folder.resolve("authorizers"), lock, Authorizer.class, Authorizer::builder);
    Stock<Integration> integrationStock =
        new Stock<>(folder.resolve("integrations"), lock, Integration.class, Integration::builder);
    Stock<Route> routeStock =
        new Stock<>(folder.resolve("routes"), lock, Route.class, Route::builder);
    Stock<Stage> stageStock =
        new Stock<>(folder.resolve("stages"), lock, Stage.class, Stage::builder);
    Apis apis =
        new Apis(
            account, apiStock, List.of(authorizerStock, integrationStock, routeStock, stageStock));
    return new GatewayParts(
        apis,
        new Authorizers(apis, authorizerStock, routeStock),
        new Integrations(apis, integrationStock, routeStock),
        new Routes(apis, routeStock, integrationStock, authorizerStock),
        new Stages(account, apis, stageStock, catalogue));
  }
}
