/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigResponse;

/** Lambda's operations on function URLs. */
interface FunctionUrlApi extends LambdaApi {
  @Override
  default CreateFunctionUrlConfigResponse createFunctionUrlConfig(
      CreateFunctionUrlConfigRequest request) {
    return parts().urls().create(request);
  }

  @Override
  default GetFunctionUrlConfigResponse getFunctionUrlConfig(GetFunctionUrlConfigRequest request) {
    return parts().urls().get(request);
  }

  @Override
  default UpdateFunctionUrlConfigResponse updateFunctionUrlConfig(
      UpdateFunctionUrlConfigRequest request) {
    return parts().urls().update(request);
  }

  @Override
  default DeleteFunctionUrlConfigResponse deleteFunctionUrlConfig(
      DeleteFunctionUrlConfigRequest request) {
    parts().urls().delete(request);
    return DeleteFunctionUrlConfigResponse.builder().build();
  }
}
