/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.call.Operation;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/**
 * Carries out what is asked of a type's resources. Calls go through the {@link Operation}, which
 * retries them and tells their failures. Inputs were checked and hold no unknowns.
 */
public interface ResourceOperations {
  /**
   * Creates a resource and reads it back.
   *
   * @throws dev.plinth.engine.provider.PartialFailureException when it exists but is not as asked
   */
  CreateResult create(Operation operation, PropertyMap inputs);

  /**
   * Reads a resource.
   *
   * @param prior what was known of it, for what AWS does not tell; empty maps for an import
   * @return every property, or empty when the resource does not exist
   */
  Optional<PropertyMap> read(Operation operation, String id, Prior prior);

  /**
   * Changes a resource in place and reads it back. Of types that every change replaces there is
   * nothing to change, and one that is not as it was asked for is only read.
   *
   * @throws dev.plinth.engine.provider.PartialFailureException when some of the changes were made
   */
  default PropertyMap update(Operation operation, String id, Change change) {
    return read(operation, id, change.prior()).orElseThrow(operation::disappeared);
  }

  /**
   * Looks for what an interrupted create made, of a type whose ids its inputs do not tell by
   * themselves.
   */
  default Located locate(Operation operation, PropertyMap inputs) {
    return new Located.Unknown();
  }

  /** Deletes a resource; that it is gone already is a success. */
  void delete(Operation operation, String id, Prior prior);
}
