/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import software.amazon.awssdk.services.apigatewayv2.model.CreateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAccessLogSettingsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAccessLogSettingsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteSettingsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteSettingsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateStageResponse;

/** API Gateway's operations on stages. */
interface StageApi extends GatewayApi {
  @Override
  default CreateStageResponse createStage(CreateStageRequest request) {
    return parts().stages().create(request);
  }

  @Override
  default GetStageResponse getStage(GetStageRequest request) {
    return parts().stages().get(request);
  }

  @Override
  default UpdateStageResponse updateStage(UpdateStageRequest request) {
    return parts().stages().update(request);
  }

  @Override
  default DeleteStageResponse deleteStage(DeleteStageRequest request) {
    parts().stages().delete(request);
    return DeleteStageResponse.builder().build();
  }

  @Override
  default DeleteAccessLogSettingsResponse deleteAccessLogSettings(
      DeleteAccessLogSettingsRequest request) {
    parts().stages().deleteAccessLog(request);
    return DeleteAccessLogSettingsResponse.builder().build();
  }

  @Override
  default DeleteRouteSettingsResponse deleteRouteSettings(DeleteRouteSettingsRequest request) {
    parts().stages().deleteRouteSettings(request);
    return DeleteRouteSettingsResponse.builder().build();
  }
}
