/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import dev.plinth.aws.schema.ResourceDiff;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.provider.UpdateRequest;
import java.util.Set;

/** Which inputs an update changes. */
final class Changes {
  private Changes() {}

  static Set<String> of(ResourceSchema schema, UpdateRequest request) {
    return ResourceDiff.roots(
        ResourceDiff.changes(
                schema.shape(),
                request.oldInputs(),
                request.oldOutputs(),
                request.newInputs(),
                request.ignoreChanges())
            .keySet());
  }
}
