/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;
import static dev.plinth.aws.contract.Values.objects;
import static dev.plinth.aws.contract.Values.text;
import static dev.plinth.aws.contract.Values.texts;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

/** HTTP APIs with their authorizers, integrations, routes and stages. */
final class GatewayCases {
  private static final String API = "aws:apigatewayv2/api:Api";
  private static final String INTEGRATION = "aws:apigatewayv2/integration:Integration";

  private GatewayCases() {}

  static ContractCase api(Setting setting) {
    return new ContractCase(
        API,
        api(),
        Map.of(
            "name", text("shop-2"),
            "description", text("What the shop offers"),
            "version", text("2"),
            "disableExecuteApiEndpoint", PropertyValue.of(true),
            "corsConfiguration", object("allowOrigins", texts("https://shop.example")),
            "tags", object("team", "shop")),
        Map.of("protocolType", map("protocolType", "WEBSOCKET")),
        (aws, id) -> gateway(aws).updateApi(request -> request.apiId(id).description("meddled")),
        "description",
        (aws, id) -> isThere(() -> gateway(aws).getApi(request -> request.apiId(id))));
  }

  static ContractCase authorizer(Setting setting) {
    String api = given(setting);
    return new ContractCase(
            "aws:apigatewayv2/authorizer:Authorizer",
            PropertyMap.builder()
                .put("apiId", api)
                .put("name", "tokens")
                .put("authorizerType", "JWT")
                .put("identitySources", texts("$request.header.Authorization"))
                .put("jwtConfiguration", jwt("shop"))
                .build(),
            Map.of(
                "name", text("tokens-2"),
                "identitySources", texts("$request.header.Token"),
                "jwtConfiguration", PropertyValue.of(jwt("other"))),
            Map.of("apiId", map("apiId", "other")),
            (aws, id) ->
                gateway(aws)
                    .updateAuthorizer(
                        request -> request.apiId(api).authorizerId(id).name("meddled")),
            "name",
            (aws, id) ->
                isThere(
                    () ->
                        gateway(aws).getAuthorizer(request -> request.apiId(api).authorizerId(id))))
        .importedAs(id -> api + "/" + id);
  }

  static ContractCase integration(Setting setting) {
    String api = given(setting);
    return new ContractCase(
            INTEGRATION,
            integration(setting, api),
            Map.of(
                "description", text("The shop's function"),
                "payloadFormatVersion", text("1.0"),
                "timeoutMilliseconds", PropertyValue.of(5000),
                "requestParameters", object("overwrite:header.stage", "prod")),
            Map.of(
                "integrationType", map("integrationType", "HTTP_PROXY"),
                "apiId", map("apiId", "other")),
            (aws, id) ->
                gateway(aws)
                    .updateIntegration(
                        request -> request.apiId(api).integrationId(id).description("meddled")),
            "description",
            (aws, id) ->
                isThere(
                    () ->
                        gateway(aws)
                            .getIntegration(request -> request.apiId(api).integrationId(id))))
        .importedAs(id -> api + "/" + id);
  }

  static ContractCase route(Setting setting) {
    String api = given(setting);
    String integration =
        setting.given(INTEGRATION, integration(setting, api)).text("id").orElseThrow();
    return new ContractCase(
            "aws:apigatewayv2/route:Route",
            PropertyMap.builder()
                .put("apiId", api)
                .put("routeKey", "GET /orders")
                .put("target", "integrations/" + integration)
                .build(),
            Map.of(
                "routeKey", text("POST /orders"),
                "authorizationType", text("AWS_IAM"),
                "operationName", text("orders")),
            Map.of("apiId", map("apiId", "other")),
            (aws, id) ->
                gateway(aws)
                    .updateRoute(
                        request -> request.apiId(api).routeId(id).operationName("meddled")),
            "operationName",
            (aws, id) ->
                isThere(() -> gateway(aws).getRoute(request -> request.apiId(api).routeId(id))))
        .importedAs(id -> api + "/" + id);
  }

  static ContractCase stage(Setting setting) {
    String api = given(setting);
    String logs = setting.surroundings().arn("logs", "log-group:/aws/apigateway/shop");
    return new ContractCase(
            "aws:apigatewayv2/stage:Stage",
            PropertyMap.builder().put("apiId", api).put("name", "prod").build(),
            Map.of(
                "description", text("For everybody"),
                "autoDeploy", PropertyValue.of(true),
                "accessLogSettings", PropertyValue.of(accessLog(logs)),
                "defaultRouteSettings", PropertyValue.of(throttling()),
                "routeSettings",
                    objects(throttling().with("routeKey", PropertyValue.of("GET /orders"))),
                "stageVariables", object("color", "green"),
                "tags", object("team", "shop")),
            Map.of("name", map("name", "other")),
            (aws, id) ->
                gateway(aws)
                    .updateStage(
                        request -> request.apiId(api).stageName(id).description("meddled")),
            "description",
            (aws, id) ->
                isThere(() -> gateway(aws).getStage(request -> request.apiId(api).stageName(id))))
        .importedAs(id -> api + "/" + id);
  }

  private static PropertyMap api() {
    return PropertyMap.builder().put("name", "shop").put("protocolType", "HTTP").build();
  }

  private static String given(Setting setting) {
    return setting.given(API, api()).text("id").orElseThrow();
  }

  private static PropertyMap integration(Setting setting, String api) {
    return PropertyMap.builder()
        .put("apiId", api)
        .put("integrationType", "AWS_PROXY")
        .put("integrationMethod", "POST")
        .put("integrationUri", setting.surroundings().arn("lambda", "function:orders"))
        .put("payloadFormatVersion", "2.0")
        .build();
  }

  private static PropertyMap jwt(String audience) {
    return PropertyMap.builder()
        .put("audiences", texts(audience))
        .put("issuer", "https://login.example")
        .build();
  }

  private static PropertyMap accessLog(String destination) {
    return PropertyMap.builder()
        .put("destinationArn", destination)
        .put("format", "$context.requestId")
        .build();
  }

  private static PropertyMap throttling() {
    return PropertyMap.builder()
        .put("throttlingBurstLimit", 10)
        .put("throttlingRateLimit", 2.5)
        .build();
  }

  private static boolean isThere(Runnable look) {
    try {
      look.run();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static ApiGatewayV2Client gateway(AwsClients aws) {
    return aws.of(AwsService.API_GATEWAY_V2);
  }
}
