/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finishes what was begun on a resource that exists, so that a failure on the way never loses it:
 * the engine learns its id and as much as can be read of it.
 */
public final class Completion {
  private Completion() {}

  /**
   * Takes the remaining steps and reads the resource.
   *
   * @param known what is known of the resource if it cannot be read
   * @throws PartialFailureException when a step or the reading fails after something was written;
   *     what fails before is thrown as it is
   */
  public static PropertyMap finish(
      Operation operation,
      String id,
      PropertyMap known,
      Runnable steps,
      Supplier<PropertyMap> read) {
    try {
      steps.run();
    } catch (RuntimeException e) {
      if (!operation.hasWritten()) {
        throw e;
      }
      throw partial(id, readOr(known, read), e);
    }
    try {
      return read.get();
    } catch (RuntimeException e) {
      throw partial(id, known, e);
    }
  }

  private static PropertyMap readOr(PropertyMap known, Supplier<PropertyMap> read) {
    try {
      return read.get();
    } catch (RuntimeException e) {
      return known; // the failure of the step before is what the user needs to hear
    }
  }

  private static PartialFailureException partial(
      String id, PropertyMap outputs, RuntimeException cause) {
    return new PartialFailureException(
        id,
        outputs.without(ResourceSchema.DEFAULTS),
        List.of(String.valueOf(cause.getMessage())),
        cause);
  }
}
