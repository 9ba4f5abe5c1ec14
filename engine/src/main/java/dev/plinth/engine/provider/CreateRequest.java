/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for a new resource.
 *
 * @param inputs checked inputs; unknowns only in a preview
 * @param timeout replaces the type's own time limit
 * @param intent names this create and no other; a provider that leaves it in the cloud, as a client
 *     token or a tag, can tell by it in {@link Provider#find} what became of the create
 */
public record CreateRequest(
    Urn urn, PropertyMap inputs, Optional<Duration> timeout, boolean preview, String intent) {

  /** A create that nobody will ask after. */
  public CreateRequest(Urn urn, PropertyMap inputs, Optional<Duration> timeout, boolean preview) {
    this(urn, inputs, timeout, preview, "");
  }
}
