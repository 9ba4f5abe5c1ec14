/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;

/**
 * Asks whether inputs can be used.
 *
 * @param olds the inputs that the last check answered; empty for a new resource and for a
 *     replacement
 * @param news the program's inputs, unknowns included
 * @param randomSeed 32 bytes that names are drawn from, the same in a preview and the run it shows
 * @param preview whether nothing may be written
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
public record CheckRequest(
    Urn urn, PropertyMap olds, PropertyMap news, byte[] randomSeed, boolean preview) {}
