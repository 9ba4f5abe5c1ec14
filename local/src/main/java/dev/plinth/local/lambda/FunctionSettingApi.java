/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.DeleteFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;

/** Lambda's operations on what functions have beside their configuration, and on the account. */
interface FunctionSettingApi extends LambdaApi {
  @Override
  default PutFunctionConcurrencyResponse putFunctionConcurrency(
      PutFunctionConcurrencyRequest request) {
    return parts().reservations().put(request);
  }

  @Override
  default GetFunctionConcurrencyResponse getFunctionConcurrency(
      GetFunctionConcurrencyRequest request) {
    return parts().reservations().get(request);
  }

  @Override
  default DeleteFunctionConcurrencyResponse deleteFunctionConcurrency(
      DeleteFunctionConcurrencyRequest request) {
    parts().reservations().delete(request);
    return DeleteFunctionConcurrencyResponse.builder().build();
  }

  @Override
  default TagResourceResponse tagResource(TagResourceRequest request) {
    parts().tags(request.resource()).tag(request);
    return TagResourceResponse.builder().build();
  }

  @Override
  default UntagResourceResponse untagResource(UntagResourceRequest request) {
    parts().tags(request.resource()).untag(request);
    return UntagResourceResponse.builder().build();
  }

  @Override
  default ListTagsResponse listTags(ListTagsRequest request) {
    return parts().tags(request.resource()).list(request);
  }

  @Override
  default GetFunctionCodeSigningConfigResponse getFunctionCodeSigningConfig(
      GetFunctionCodeSigningConfigRequest request) {
    return parts().options().codeSigning(request);
  }

  @Override
  default PutFunctionCodeSigningConfigResponse putFunctionCodeSigningConfig(
      PutFunctionCodeSigningConfigRequest request) {
    return parts().options().putCodeSigning(request);
  }

  @Override
  default DeleteFunctionCodeSigningConfigResponse deleteFunctionCodeSigningConfig(
      DeleteFunctionCodeSigningConfigRequest request) {
    parts().options().deleteCodeSigning(request);
    return DeleteFunctionCodeSigningConfigResponse.builder().build();
  }

  @Override
  default GetFunctionRecursionConfigResponse getFunctionRecursionConfig(
      GetFunctionRecursionConfigRequest request) {
    return parts().options().recursion(request);
  }

  @Override
  default PutFunctionRecursionConfigResponse putFunctionRecursionConfig(
      PutFunctionRecursionConfigRequest request) {
    return parts().options().putRecursion(request);
  }

  @Override
  default GetRuntimeManagementConfigResponse getRuntimeManagementConfig(
      GetRuntimeManagementConfigRequest request) {
    return parts().options().runtime(request);
  }

  @Override
  default PutRuntimeManagementConfigResponse putRuntimeManagementConfig(
      PutRuntimeManagementConfigRequest request) {
    return parts().options().putRuntime(request);
  }

  @Override
  default GetAccountSettingsResponse getAccountSettings(GetAccountSettingsRequest request) {
    return parts().settings().get();
  }
}
