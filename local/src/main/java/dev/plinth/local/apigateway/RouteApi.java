/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteRequestParameterRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteRequestParameterResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateRouteResponse;

/** API Gateway's operations on routes. */
interface RouteApi extends GatewayApi {
  @Override
  default CreateRouteResponse createRoute(CreateRouteRequest request) {
    return parts().routes().create(request);
  }

  @Override
  default GetRouteResponse getRoute(GetRouteRequest request) {
    return parts().routes().get(request);
  }

  @Override
  default GetRoutesResponse getRoutes(GetRoutesRequest request) {
    return parts().routes().list(request);
  }

  @Override
  default UpdateRouteResponse updateRoute(UpdateRouteRequest request) {
    return parts().routes().update(request);
  }

  @Override
  default DeleteRouteResponse deleteRoute(DeleteRouteRequest request) {
    parts().routes().delete(request);
    return DeleteRouteResponse.builder().build();
  }

  @Override
  default DeleteRouteRequestParameterResponse deleteRouteRequestParameter(
      DeleteRouteRequestParameterRequest request) {
    parts().routes().deleteParameter(request);
    return DeleteRouteRequestParameterResponse.builder().build();
  }
}
