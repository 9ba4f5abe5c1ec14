/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ParameterConstraints;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateRouteRequest;

/** The calls of routes. */
record RoutePart() implements ApiPart {
  @Override
  public String kind() {
    return "Route";
  }

  @Override
  public SdkPojo create(ApiGatewayV2Client gateway, Shape shape, PropertyMap inputs) {
    CreateRouteRequest.Builder request =
        ModelWriter.fill(CreateRouteRequest.builder(), shape, inputs);
    Map<String, ParameterConstraints> parameters = parameters(inputs);
    return gateway.createRoute(
        parameters.isEmpty() ? request.build() : request.requestParameters(parameters).build());
  }

  @Override
  public SdkPojo get(ApiGatewayV2Client gateway, String api, String id) {
    return gateway.getRoute(request -> request.apiId(api).routeId(id));
  }

  @Override
  public List<String> ids(ApiGatewayV2Client gateway, String api) {
    return routes(gateway, api).stream().map(Route::routeId).toList();
  }

  /** Of an API each route has another key. */
  @Override
  public Located locate(ApiGatewayV2Client gateway, String api, PropertyMap inputs) {
    String key = inputs.text("routeKey").orElseThrow();
    return Located.of(
        routes(gateway, api).stream()
            .filter(route -> key.equals(route.routeKey()))
            .map(Route::routeId)
            .findFirst());
  }

  private static List<Route> routes(ApiGatewayV2Client gateway, String api) {
    return Pages.all(
        token -> gateway.getRoutes(page -> page.apiId(api).nextToken(token)),
        GetRoutesResponse::nextToken,
        GetRoutesResponse::items);
  }

  /** A request parameter goes by a call of its own. */
  @Override
  public void update(
      ApiGatewayV2Client gateway, Shape shape, String api, String id, Change change) {
    UpdateRouteRequest.Builder request =
        ModelWriter.change(UpdateRouteRequest.builder(), shape, change).apiId(api).routeId(id);
    if (change.changes("requestParameters")) {
      Map<String, ParameterConstraints> now = parameters(change.newInputs());
      for (String key : parameters(change.oldOutputs()).keySet()) {
        if (!now.containsKey(key)) {
          gateway.deleteRouteRequestParameter(
              gone -> gone.apiId(api).routeId(id).requestParameterKey(key));
        }
      }
      request.requestParameters(now);
    }
    gateway.updateRoute(request.build());
  }

  @Override
  public void delete(ApiGatewayV2Client gateway, String api, String id) {
    gateway.deleteRoute(request -> request.apiId(api).routeId(id));
  }

  @Override
  public String id(SdkPojo created) {
    return ((CreateRouteResponse) created).routeId();
  }

  @Override
  public PropertyMap outputs(PropertyMap read, SdkPojo found) {
    Map<String, ParameterConstraints> parameters =
        found instanceof GetRouteResponse got
            ? got.requestParameters()
            : ((CreateRouteResponse) found).requestParameters();
    List<PropertyValue> listed = new ArrayList<>();
    new TreeMap<>(parameters)
        .forEach(
            (key, constraints) ->
                listed.add(
                    PropertyValue.of(
                        PropertyMap.builder()
                            .put("requestParameterKey", key)
                            .put("required", Boolean.TRUE.equals(constraints.required()))
                            .build())));
    return listed.isEmpty() ? read : read.with("requestParameters", PropertyValue.of(listed));
  }

  private static Map<String, ParameterConstraints> parameters(PropertyMap properties) {
    Map<String, ParameterConstraints> parameters = new TreeMap<>();
    for (PropertyValue value : properties.list("requestParameters").orElse(List.of())) {
      PropertyMap parameter = ((PropertyValue.Obj) value.withoutSecrets()).properties();
      parameters.put(
          parameter.text("requestParameterKey").orElseThrow(),
          ParameterConstraints.builder()
              .required(parameter.bool("required").orElse(false))
              .build());
    }
    return parameters;
  }
}
