/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** Lambda's operations on layers. */
interface LayerApi extends LambdaApi {
  @Override
  default PublishLayerVersionResponse publishLayerVersion(PublishLayerVersionRequest request) {
    return parts().layers().publish(request);
  }

  @Override
  default GetLayerVersionResponse getLayerVersion(GetLayerVersionRequest request) {
    return parts().layers().get(request);
  }

  @Override
  default GetLayerVersionByArnResponse getLayerVersionByArn(GetLayerVersionByArnRequest request) {
    return parts().layers().get(request);
  }

  @Override
  default ListLayerVersionsResponse listLayerVersions(ListLayerVersionsRequest request) {
    return parts().layers().list(request);
  }

  @Override
  default DeleteLayerVersionResponse deleteLayerVersion(DeleteLayerVersionRequest request) {
    parts().layers().delete(request);
    return DeleteLayerVersionResponse.builder().build();
  }
}
