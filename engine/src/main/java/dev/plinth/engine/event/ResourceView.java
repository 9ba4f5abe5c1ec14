/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.event;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.UnknownFields;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/**
 * A resource as events show it: its state with secrets masked, and without what this version does
 * not know, in which there might be some.
 */
public record ResourceView(ResourceState state) {

  public ResourceView {
    state = shown(state);
  }

  private static ResourceState shown(ResourceState state) {
    boolean asItIs =
        !state.inputs().containsSecrets()
            && !state.outputs().containsSecrets()
            && state.replacementTrigger().isEmpty()
            && state.unknownFields().json().isEmpty();
    return asItIs
        ? state
        : state.toBuilder()
            .inputs(SecretMask.mask(state.inputs()))
            .outputs(SecretMask.mask(state.outputs()))
            .replacementTrigger(state.replacementTrigger().map(SecretMask::mask))
            .unknownFields(UnknownFields.none())
            .build();
  }

  public Optional<String> id() {
    return state.id();
  }

  public PropertyMap inputs() {
    return state.inputs();
  }

  public PropertyMap outputs() {
    return state.outputs();
  }

  /** The same with other outputs. */
  public ResourceView withOutputs(PropertyMap outputs) {
    return new ResourceView(state.toBuilder().outputs(outputs).build());
  }
}
