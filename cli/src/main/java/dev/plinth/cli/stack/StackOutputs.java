/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;

/** What a stack exports. */
public final class StackOutputs {
  private StackOutputs() {}

  /** The outputs of the stack's root resource, secrets included; none when there is no such. */
  public static PropertyMap of(Snapshot snapshot) {
    return snapshot.resources().stream()
        .filter(resource -> resource.type().equals(Urn.ROOT_STACK_TYPE))
        .findFirst()
        .map(ResourceState::outputs)
        .orElse(PropertyMap.empty());
  }
}
