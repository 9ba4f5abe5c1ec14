/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;

/** Keeps secret what a provider answers about a resource. */
final class SecretOutputs {
  private SecretOutputs() {}

  /** An output is secret when the input of its name is, or when the program says so. */
  static ResourceState mark(ResourceState state, PropertyMap outputs) {
    PropertyMap.Builder marked = PropertyMap.builder();
    for (String name : outputs.names()) {
      PropertyValue value = outputs.get(name).orElseThrow();
      boolean secret =
          state.additionalSecretOutputs().contains(name) || isSecret(state.inputs(), name);
      marked.put(name, secret && !value.containsSecrets() ? new Secret(value) : value);
    }
    return state.toBuilder().outputs(marked.build()).build();
  }

  /** An input that was read is secret when the one that was asked for is. */
  static PropertyMap markInputs(PropertyMap asked, PropertyMap read) {
    PropertyMap.Builder marked = read.toBuilder();
    for (String name : read.names()) {
      PropertyValue value = read.get(name).orElseThrow();
      if (isSecret(asked, name) && !value.containsSecrets()) {
        marked.put(name, new Secret(value));
      }
    }
    return marked.build();
  }

  private static boolean isSecret(PropertyMap properties, String name) {
    return properties.get(name).map(PropertyValue::containsSecrets).orElse(false);
  }
}
