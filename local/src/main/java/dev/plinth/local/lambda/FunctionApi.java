/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.store.SdkFields;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;
import software.amazon.awssdk.utils.builder.Buildable;

/** Lambda's operations on functions and their versions. */
interface FunctionApi extends LambdaApi {
  @Override
  default CreateFunctionResponse createFunction(CreateFunctionRequest request) {
    return copy(
        parts().creation().create(request),
        CreateFunctionResponse.builder(),
        CreateFunctionResponse.class);
  }

  @Override
  default GetFunctionResponse getFunction(GetFunctionRequest request) {
    return parts().reads().get(request);
  }

  @Override
  default GetFunctionConfigurationResponse getFunctionConfiguration(
      GetFunctionConfigurationRequest request) {
    return copy(
        parts().reads().configuration(request),
        GetFunctionConfigurationResponse.builder(),
        GetFunctionConfigurationResponse.class);
  }

  @Override
  default UpdateFunctionConfigurationResponse updateFunctionConfiguration(
      UpdateFunctionConfigurationRequest request) {
    return copy(
        parts().updates().configuration(request),
        UpdateFunctionConfigurationResponse.builder(),
        UpdateFunctionConfigurationResponse.class);
  }

  @Override
  default UpdateFunctionCodeResponse updateFunctionCode(UpdateFunctionCodeRequest request) {
    return copy(
        parts().updates().code(request),
        UpdateFunctionCodeResponse.builder(),
        UpdateFunctionCodeResponse.class);
  }

  @Override
  default PublishVersionResponse publishVersion(PublishVersionRequest request) {
    return copy(
        parts().versions().publish(request),
        PublishVersionResponse.builder(),
        PublishVersionResponse.class);
  }

  @Override
  default DeleteFunctionResponse deleteFunction(DeleteFunctionRequest request) {
    parts().deletion().delete(request);
    return DeleteFunctionResponse.builder().build();
  }

  @Override
  default ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
    return parts().reads().list(request);
  }

  @Override
  default ListVersionsByFunctionResponse listVersionsByFunction(
      ListVersionsByFunctionRequest request) {
    return parts().versions().list(request);
  }

  /** Five operations answer with the same fields in classes of their own. */
  private static <T> T copy(
      FunctionConfiguration configuration, Buildable response, Class<T> type) {
    return SdkFields.copy(configuration, response, type);
  }
}
