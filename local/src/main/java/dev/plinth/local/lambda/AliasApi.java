/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

/** Lambda's operations on aliases. */
interface AliasApi extends LambdaApi {
  @Override
  default CreateAliasResponse createAlias(CreateAliasRequest request) {
    return parts().aliases().create(request);
  }

  @Override
  default GetAliasResponse getAlias(GetAliasRequest request) {
    return parts().aliases().get(request);
  }

  @Override
  default UpdateAliasResponse updateAlias(UpdateAliasRequest request) {
    return parts().aliases().update(request);
  }

  @Override
  default ListAliasesResponse listAliases(ListAliasesRequest request) {
    return parts().aliases().list(request);
  }

  @Override
  default DeleteAliasResponse deleteAlias(DeleteAliasRequest request) {
    parts().aliases().delete(request);
    return DeleteAliasResponse.builder().build();
  }
}
