/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateIntegrationResponse;

/** API Gateway's operations on integrations. */
interface IntegrationApi extends GatewayApi {
  @Override
  default CreateIntegrationResponse createIntegration(CreateIntegrationRequest request) {
    return parts().integrations().create(request);
  }

  @Override
  default GetIntegrationResponse getIntegration(GetIntegrationRequest request) {
    return parts().integrations().get(request);
  }

  @Override
  default GetIntegrationsResponse getIntegrations(GetIntegrationsRequest request) {
    return parts().integrations().list(request);
  }

  @Override
  default UpdateIntegrationResponse updateIntegration(UpdateIntegrationRequest request) {
    return parts().integrations().update(request);
  }

  @Override
  default DeleteIntegrationResponse deleteIntegration(DeleteIntegrationRequest request) {
    parts().integrations().delete(request);
    return DeleteIntegrationResponse.builder().build();
  }
}
