/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionRequest;

/** What is done with layer versions. */
final class LayerVersionOperations implements ResourceOperations {
  private final AwsSession session;
  private final LayerVersionReader reader;

  LayerVersionOperations(AwsSession session) {
    this.session = session;
    this.reader = new LayerVersionReader(session);
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    return new LayerVersionPublication(session, reader, operation, inputs).run();
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return reader.read(operation, id, prior);
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    if (prior.saidTrue("skipDestroy")) {
      return;
    }
    int colon = id.lastIndexOf(':');
    DeleteLayerVersionRequest request =
        DeleteLayerVersionRequest.builder()
            .layerName(id.substring(id.lastIndexOf(':', colon - 1) + 1, colon))
            .versionNumber(Long.parseLong(id.substring(colon + 1)))
            .build();
    operation.ifThere(
        "DeleteLayerVersion", () -> session.clients().lambda().deleteLayerVersion(request));
  }
}
