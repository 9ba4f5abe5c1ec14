/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/**
 * A program's wish to know an existing resource, which stays somebody else's.
 *
 * @param id the provider's id of the resource
 * @param inputs what else the program knows of it
 * @param options of which the provider, its version and the secret outputs count
 */
public record ReadResourceRequest(
    String type,
    String name,
    String id,
    Optional<Urn> parent,
    PropertyMap inputs,
    List<Urn> dependencies,
    ResourceOptions options) {

  /** The same resource as a registration would name it. */
  RegisterRequest asRegistration() {
    return new RegisterRequest(
        type, name, parent, true, inputs, dependencies, java.util.Map.of(), options);
  }
}
