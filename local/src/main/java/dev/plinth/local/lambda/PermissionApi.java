/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionResponse;

/** Lambda's operations on the policies of functions. */
interface PermissionApi extends LambdaApi {
  @Override
  default AddPermissionResponse addPermission(AddPermissionRequest request) {
    return parts().permissions().add(request);
  }

  @Override
  default GetPolicyResponse getPolicy(GetPolicyRequest request) {
    return parts().permissions().policy(request);
  }

  @Override
  default RemovePermissionResponse removePermission(RemovePermissionRequest request) {
    parts().permissions().remove(request);
    return RemovePermissionResponse.builder().build();
  }
}
