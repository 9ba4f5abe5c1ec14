/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One resource type. The schema and everything else here must not touch the AWS SDK, since previews
 * ask for it; only {@link #operations} may.
 */
public interface ResourceType {
  ResourceSchema schema();

  /** How long an operation may take unless the program says otherwise: five minutes for most. */
  default TimeLimits limits() {
    return TimeLimits.ofMinutes(5);
  }

  /** The operations on clients of one configuration. */
  ResourceOperations operations(AwsSession session);

  /**
   * The id of a resource that was read, where an import may ask for it by another.
   *
   * @param asked what was asked for
   */
  default String id(String asked, PropertyMap outputs) {
    return asked;
  }

  /**
   * What a resource of these inputs is read by, where they determine it: its id, or what an import
   * asks for. By it an interrupted create is asked after; see also {@link
   * ResourceOperations#locate}.
   */
  default Optional<String> idOf(PropertyMap inputs) {
    return Optional.empty();
  }

  /** The inputs that calls after the one that creates set, so that they may not be set yet. */
  default List<String> setLater() {
    return List.of();
  }

  /**
   * The outputs that AWS will decide anew in an update.
   *
   * @param changed the names of the inputs that change
   */
  default Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    return Set.of();
  }
}
