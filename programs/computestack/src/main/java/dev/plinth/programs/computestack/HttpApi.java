/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.ApiCorsConfigurationArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageDefaultRouteSettingsArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import dev.plinth.api.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP API in front of the functions, with its stage and its log. */
final class HttpApi {
  /** Logical name of what there is one of. */
  static final String ID = "api";

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
    Api api = api();
    new RouteSet(site, api, functions, invocations).create();
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
    fields.put("routeKey", "$context.routeKey");
    fields.put("status", "$context.status");
    fields.put("responseLatency", "$context.responseLatency");
    fields.put("integrationError", "$context.integrationErrorMessage");
    fields.put("authorizerError", "$context.authorizer.error");
    return fields;
  }
}
