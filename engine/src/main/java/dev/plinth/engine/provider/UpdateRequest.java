/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a change in place.
 *
 * @param newInputs checked inputs; unknowns only in a preview
 * @param timeout replaces the type's own time limit
 */
public record UpdateRequest(
    Urn urn,
    String id,
    PropertyMap oldInputs,
    PropertyMap oldOutputs,
    PropertyMap newInputs,
    List<String> ignoreChanges,
    Optional<Duration> timeout,
    boolean preview) {
  public UpdateRequest {
    ignoreChanges = List.copyOf(ignoreChanges);
  }
}
