/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;

/**
 * What became of a registration.
 *
 * @param id the provider's id; the empty string for a component and where it is not known yet
 * @param outputs the outputs; in a preview those that are certain
 */
public record RegisterResponse(Urn urn, String id, PropertyMap outputs) {}
