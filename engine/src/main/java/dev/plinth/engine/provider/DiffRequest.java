/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;

/**
 * Asks what new inputs change.
 *
 * @param oldInputs the checked inputs of the last run
 * @param oldOutputs the outputs as the state has them
 * @param newInputs the checked inputs of this run, unknowns included
 * @param ignoreChanges property paths whose changes do not count
 */
public record DiffRequest(
    Urn urn,
    String id,
    PropertyMap oldInputs,
    PropertyMap oldOutputs,
    PropertyMap newInputs,
    List<String> ignoreChanges) {
  public DiffRequest {
    ignoreChanges = List.copyOf(ignoreChanges);
  }
}
