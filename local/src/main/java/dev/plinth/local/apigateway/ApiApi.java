/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.store.LocalAccountException;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteCorsConfigurationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteCorsConfigurationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ReimportApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.ReimportApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateApiResponse;

/** API Gateway's operations on APIs. */
interface ApiApi extends GatewayApi {
  @Override
  default CreateApiResponse createApi(CreateApiRequest request) {
    return parts().apis().create(request);
  }

  @Override
  default GetApiResponse getApi(GetApiRequest request) {
    return parts().apis().get(request);
  }

  @Override
  default GetApisResponse getApis(GetApisRequest request) {
    return parts().apis().list();
  }

  @Override
  default UpdateApiResponse updateApi(UpdateApiRequest request) {
    return parts().apis().update(request);
  }

  @Override
  default DeleteApiResponse deleteApi(DeleteApiRequest request) {
    parts().apis().delete(request);
    return DeleteApiResponse.builder().build();
  }

  @Override
  default DeleteCorsConfigurationResponse deleteCorsConfiguration(
      DeleteCorsConfigurationRequest request) {
    parts().apis().deleteCors(request);
    return DeleteCorsConfigurationResponse.builder().build();
  }

  @Override
  default ReimportApiResponse reimportApi(ReimportApiRequest request) {
    throw new LocalAccountException(
        "The import of an OpenAPI description (ReimportApi) is not implemented by the local"
            + " account");
  }
}
