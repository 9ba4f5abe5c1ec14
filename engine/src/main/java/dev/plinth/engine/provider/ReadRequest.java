/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;

/**
 * Asks for a resource as it is now.
 *
 * @param inputs the inputs as the state has them; empty for an import
 * @param outputs the outputs as the state has them; empty for an import
 */
public record ReadRequest(Urn urn, String id, PropertyMap inputs, PropertyMap outputs) {}
