/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;

/** A resource as the engine's state would have it. */
public record Deployed(Urn urn, String id, PropertyMap inputs, PropertyMap outputs) {}
