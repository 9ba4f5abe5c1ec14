/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Authorizer;
import com.pulumi.aws.apigatewayv2.AuthorizerArgs;
import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.apigatewayv2.Route;
import com.pulumi.aws.apigatewayv2.RouteArgs;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.ApiCorsConfigurationArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageDefaultRouteSettingsArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP API in front of the API processor, with the auth handler as its authorizer. */
final class HttpApi {
  private static final String ID = "api";
  private static final int CACHE_SECONDS = 300;
  private static final int LONGEST_INTEGRATION_MS = 30_000;

  private final Site site;
  private final Invocations invocations;
  private final LogSet logs;
  private final dev.plinth.proto.computestack.HttpApi spec;

  private HttpApi(Site site, Invocations invocations, LogSet logs) {
    this.site = site;
    this.invocations = invocations;
    this.logs = logs;
    this.spec = site.stack().spec().getHttpApi();
  }

  /** The API, and the URL to call it by. */
  static Optional<Api> create(
      Site site, FunctionSet functions, Invocations invocations, LogSet logs) {
    return site.stack().hasHttpApi()
        ? Optional.of(new HttpApi(site, invocations, logs).create(functions))
        : Optional.empty();
  }

  private Api create(FunctionSet functions) {
    MadeFunction processor = functions.require(StandardFunction.API_PROCESSOR.id());
    Api api = api();
    allow(processor, api, "/*/*");
    Integration integration =
        new Integration(
            ID,
            IntegrationArgs.builder()
                .apiId(api.id())
                .integrationType("AWS_PROXY")
                .integrationUri(processor.invokeArn())
                .payloadFormatVersion("2.0")
                .timeoutMilliseconds(
                    Math.min(LONGEST_INTEGRATION_MS, 1000 * processor.plan().timeoutSeconds()))
                .build(),
            site.options().build());
    Output<String> target = integration.id().applyValue(id -> "integrations/" + id);
    Optional<Authorizer> authorizer =
        functions.find(StandardFunction.AUTH_HANDLER).map(handler -> authorizer(api, handler));
    RouteArgs.Builder route =
        RouteArgs.builder().apiId(api.id()).routeKey("ANY /{proxy+}").target(target);
    authorizer.ifPresentOrElse(
        auth -> route.authorizationType("CUSTOM").authorizerId(auth.id()),
        () -> route.authorizationType("AWS_IAM"));
    new Route(ID, route.build(), site.options().build());
    // A preflight request carries no credentials, so it must not meet the authorizer.
    new Route(
        ID + "-preflight",
        RouteArgs.builder()
            .apiId(api.id())
            .routeKey("OPTIONS /{proxy+}")
            .target(target)
            .authorizationType("NONE")
            .build(),
        site.options().build());
    stage(api);
    return api;
  }

  private Api api() {
    ApiArgs.Builder args =
        ApiArgs.builder().name(site.name(ID)).protocolType("HTTP").tags(site.tags());
    List<String> origins = site.stack().origins(spec.getAllowOriginsList());
    if (!origins.isEmpty()) {
      args.corsConfiguration(
          ApiCorsConfigurationArgs.builder()
              .allowOrigins(origins)
              .allowMethods("*")
              .allowHeaders("authorization", "content-type")
              .maxAge(3600)
              .build());
    }
    return new Api(ID, args.build(), site.options().build());
  }

  private Authorizer authorizer(Api api, MadeFunction handler) {
    Authorizer authorizer =
        new Authorizer(
            ID,
            AuthorizerArgs.builder()
                .apiId(api.id())
                .name(site.name("auth_handler"))
                .authorizerType("REQUEST")
                .authorizerUri(handler.invokeArn())
                .authorizerPayloadFormatVersion("2.0")
                .enableSimpleResponses(true)
                .identitySources("$request.header.Authorization")
                .authorizerResultTtlInSeconds(
                    spec.hasAuthorizerCacheSeconds()
                        ? spec.getAuthorizerCacheSeconds()
                        : CACHE_SECONDS)
                .build(),
            site.options().build());
    allow(handler, api, "/authorizers/*");
    return authorizer;
  }

  private void allow(MadeFunction function, Api api, String part) {
    invocations.byService(
        function.id() + "-api",
        function,
        "apigateway.amazonaws.com",
        api.executionArn().applyValue(arn -> arn + part));
  }

  private void stage(Api api) {
    LogGroup accessLog = logs.add(ID, "/aws/apigateway/");
    int rate = spec.getThrottlingRateLimit();
    int burst = spec.getThrottlingBurstLimit();
    new Stage(
        ID,
        StageArgs.builder()
            .apiId(api.id())
            .name("$default")
            .autoDeploy(true)
            .accessLogSettings(
                StageAccessLogSettingsArgs.builder()
                    .destinationArn(accessLog.arn())
                    .format(JsonText.of(accessLogFields()))
                    .build())
            .defaultRouteSettings(
                StageDefaultRouteSettingsArgs.builder()
                    .throttlingRateLimit(
                        (double) (rate > 0 ? rate : site.stack().settings().throttlingRateLimit()))
                    .throttlingBurstLimit(
                        burst > 0 ? burst : site.stack().settings().throttlingBurstLimit())
                    .detailedMetricsEnabled(true)
                    .build())
            .tags(site.tags())
            .build(),
        site.options().build());
  }

  private static Map<String, Object> accessLogFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("requestId", "$context.requestId");
    fields.put("requestTime", "$context.requestTime");
    fields.put("httpMethod", "$context.httpMethod");
    fields.put("path", "$context.path");
    fields.put("status", "$context.status");
    fields.put("responseLatency", "$context.responseLatency");
    fields.put("integrationError", "$context.integrationErrorMessage");
    fields.put("authorizerError", "$context.authorizer.error");
    return fields;
  }
}
