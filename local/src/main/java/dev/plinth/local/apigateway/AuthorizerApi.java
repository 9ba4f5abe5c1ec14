/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import software.amazon.awssdk.services.apigatewayv2.model.CreateAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateAuthorizerResponse;

/** API Gateway's operations on authorizers. */
interface AuthorizerApi extends GatewayApi {
  @Override
  default CreateAuthorizerResponse createAuthorizer(CreateAuthorizerRequest request) {
    return parts().authorizers().create(request);
  }

  @Override
  default GetAuthorizerResponse getAuthorizer(GetAuthorizerRequest request) {
    return parts().authorizers().get(request);
  }

  @Override
  default GetAuthorizersResponse getAuthorizers(GetAuthorizersRequest request) {
    return parts().authorizers().list(request);
  }

  @Override
  default UpdateAuthorizerResponse updateAuthorizer(UpdateAuthorizerRequest request) {
    return parts().authorizers().update(request);
  }

  @Override
  default DeleteAuthorizerResponse deleteAuthorizer(DeleteAuthorizerRequest request) {
    parts().authorizers().delete(request);
    return DeleteAuthorizerResponse.builder().build();
  }
}
