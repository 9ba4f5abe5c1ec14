/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.resource.TimeLimits;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Set;

/**
 * What feeds a function with events from a queue or a stream. Its id, also for an import, is its
 * UUID.
 */
public final class EventSourceMappingType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:lambda/eventSourceMapping:EventSourceMapping",
          "Lambda event source mapping",
          EventSourceMappingShape.SHAPE,
          null,
          List.of());

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public TimeLimits limits() {
    return TimeLimits.ofMinutes(10);
  }

  /** One that is still being made is not said to be enabled. */
  @Override
  public List<String> setLater() {
    return List.of("enabled");
  }

  @Override
  public Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    return changed.contains("functionName")
        ? Set.of("lastModified", "state", "stateTransitionReason", "functionArn")
        : Set.of("lastModified", "state", "stateTransitionReason");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new EventSourceMappingOperations(session);
  }
}
