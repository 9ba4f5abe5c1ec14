/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.local.store.LocalAccountException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.ConflictException;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

final class ApiGatewayTest {
  @TempDir Path folder;
  private LocalAccount account;
  private ApiGatewayV2Client gateway;
  private String api = "";

  @BeforeEach
  void open() {
    account = Accounts.open(folder);
    gateway = account.client(ApiGatewayV2Client.class);
    api = gateway.createApi(r -> r.name("shop").protocolType("HTTP")).apiId();
  }

  @Test
  void a_route_leads_to_an_integration_that_there_is() {
    assertThatThrownBy(() -> route("GET /orders", "integrations/none"))
        .isInstanceOf(BadRequestException.class);
    String integration = integration();
    route("GET /orders", "integrations/" + integration);

    assertThatThrownBy(
            () -> gateway.deleteIntegration(r -> r.apiId(api).integrationId(integration)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("GET /orders");
  }

  @Test
  void a_route_key_is_well_formed_and_used_once() {
    route("$default", null);

    assertThatThrownBy(() -> route("$default", null))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("Route with key $default already exists for this API");
    assertThatThrownBy(() -> route("orders", null)).hasMessageContaining("not formatted properly");
    assertThatThrownBy(() -> route("GET /{rest+}/items", null))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("goes on after {rest+}");
  }

  @Test
  void routes_that_differ_in_the_names_of_parameters_only_are_the_same() {
    route("GET /orders/{id}", null);
    route("GET /orders/{id+}", null);
    route("POST /orders/{order}", null);

    assertThatThrownBy(() -> route("GET /orders/{order}", null))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("Route with key GET /orders/{order} already exists for this API");
  }

  @Test
  void a_jwt_authorizer_needs_to_know_whom_to_trust() {
    assertThatThrownBy(
            () ->
                gateway.createAuthorizer(
                    r ->
                        r.apiId(api)
                            .name("tokens")
                            .authorizerType("JWT")
                            .identitySource("$request.header.Authorization")))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void what_belongs_to_an_api_goes_with_it() {
    String integration = integration();
    gateway.createStage(r -> r.apiId(api).stageName("prod"));

    gateway.deleteApi(r -> r.apiId(api));

    assertThat(account.isEmpty()).isTrue();
    assertThatThrownBy(() -> gateway.getIntegration(r -> r.apiId(api).integrationId(integration)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_stage_variable_is_taken_away_by_an_empty_value() {
    gateway.createStage(
        r -> r.apiId(api).stageName("prod").stageVariables(Map.of("a", "1", "b", "2")));

    gateway.updateStage(r -> r.apiId(api).stageName("prod").stageVariables(Map.of("a", "")));

    assertThat(gateway.getStage(r -> r.apiId(api).stageName("prod")).stageVariables())
        .containsExactly(Map.entry("b", "2"));
  }

  @Test
  void an_automatic_stage_has_a_deployment() {
    gateway.createStage(r -> r.apiId(api).stageName("$default").autoDeploy(true));

    assertThat(gateway.getStage(r -> r.apiId(api).stageName("$default")).deploymentId())
        .isNotEmpty();
  }

  @Test
  void what_is_not_implemented_says_so() {
    assertThatThrownBy(() -> gateway.reimportApi(r -> r.apiId(api).body("{}")))
        .isInstanceOf(LocalAccountException.class)
        .hasMessageContaining("ReimportApi");
  }

  @Test
  void tags_belong_to_apis_and_stages_by_their_arns() {
    gateway.createStage(r -> r.apiId(api).stageName("prod"));
    String arn = "arn:aws:apigateway:eu-central-1::/apis/" + api;

    gateway.tagResource(r -> r.resourceArn(arn + "/stages/prod").tags(Map.of("team", "shop")));

    assertThat(gateway.getTags(r -> r.resourceArn(arn)).tags()).isEmpty();
    assertThat(gateway.getStage(r -> r.apiId(api).stageName("prod")).tags())
        .containsEntry("team", "shop");
  }

  private String integration() {
    return gateway
        .createIntegration(
            r ->
                r.apiId(api)
                    .integrationType("HTTP_PROXY")
                    .integrationMethod("GET")
                    .integrationUri("https://shop.example"))
        .integrationId();
  }

  private void route(String key, @Nullable String target) {
    gateway.createRoute(r -> r.apiId(api).routeKey(key).target(target));
  }
}
