/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import dev.plinth.aws.schema.Constraint;
import dev.plinth.aws.schema.Findings;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/** The least capacity must not be more than the most. */
record CapacityOrder() implements Constraint {
  @Override
  public void check(PropertyMap inputs, String path, Findings findings) {
    Optional<Integer> least = inputs.integer("minCapacity");
    Optional<Integer> most = inputs.integer("maxCapacity");
    if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
      findings.add(
          "minCapacity",
          "It is "
              + least.get()
              + ", which is more than the maxCapacity of "
              + most.get()
              + ": make it smaller, or maxCapacity larger.");
    }
  }
}
