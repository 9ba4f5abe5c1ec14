/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;

/**
 * A demand on several properties of one object. It is asked after every property by itself was
 * checked, and must hold its peace about properties that are unknown.
 */
public interface Constraint {
  /**
   * Reports where the demand is not met.
   *
   * @param inputs the object's inputs with defaults filled in
   * @param path where the object stands, empty for the resource itself
   */
  void check(PropertyMap inputs, String path, Findings findings);
}
