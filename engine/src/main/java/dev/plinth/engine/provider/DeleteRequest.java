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
 * Asks for a resource's end.
 *
 * @param inputs the inputs as the state has them
 * @param outputs the outputs as the state has them
 * @param timeout replaces the type's own time limit
 */
public record DeleteRequest(
    Urn urn, String id, PropertyMap inputs, PropertyMap outputs, Optional<Duration> timeout) {}
