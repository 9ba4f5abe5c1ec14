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
 */
public record CreateRequest(
    Urn urn, PropertyMap inputs, Optional<Duration> timeout, boolean preview) {}
