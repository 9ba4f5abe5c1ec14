/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.schema.ResourceDiff;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;

/** Tells what an attempt of ours made, whose answer was lost, from what others made. */
public final class AsAsked {
  private AsAsked() {}

  /**
   * Whether a resource is what inputs ask for.
   *
   * @param setLater the inputs that the create does not set yet
   */
  public static boolean is(
      Shape shape, PropertyMap inputs, PropertyMap outputs, String... setLater) {
    return ResourceDiff.changes(shape, inputs, outputs, inputs, List.of(setLater)).isEmpty();
  }
}
