/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigResponse;

/** Lambda's operations on provisioned concurrency. */
interface ProvisionedConcurrencyApi extends LambdaApi {
  @Override
  default PutProvisionedConcurrencyConfigResponse putProvisionedConcurrencyConfig(
      PutProvisionedConcurrencyConfigRequest request) {
    return parts().provisioned().put(request);
  }

  @Override
  default GetProvisionedConcurrencyConfigResponse getProvisionedConcurrencyConfig(
      GetProvisionedConcurrencyConfigRequest request) {
    return parts().provisioned().get(request);
  }

  @Override
  default DeleteProvisionedConcurrencyConfigResponse deleteProvisionedConcurrencyConfig(
      DeleteProvisionedConcurrencyConfigRequest request) {
    parts().provisioned().delete(request);
    return DeleteProvisionedConcurrencyConfigResponse.builder().build();
  }
}
